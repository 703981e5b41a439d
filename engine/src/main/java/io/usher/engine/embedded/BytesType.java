package io.usher.engine.embedded;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A stored document: its BSON. */
final class BytesType extends BasicDataType<byte[]> {
    @Override
    public int getMemory(byte[] bytes) {
        return 24 + bytes.length;
    }

    @Override
    public void write(WriteBuffer out, byte[] bytes) {
        out.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public byte[] read(ByteBuffer in) {
        byte[] bytes = new byte[DataUtils.readVarInt(in)];
        in.get(bytes);
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}

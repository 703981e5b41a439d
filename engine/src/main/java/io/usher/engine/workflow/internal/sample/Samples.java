package io.usher.engine.workflow.internal.sample;

import io.usher.engine.shared.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The samples there are, read once: the build puts the folder bpmn-samples beside the classes. */
@Component
public class Samples {

    private static final String FOLDERS = "classpath*:samples/*/workflow.json";

    private final Map<String, Sample> samples = new TreeMap<>();

    Samples(SampleReader reader) {
        try {
            for (Resource workflow : new PathMatchingResourcePatternResolver().getResources(FOLDERS)) {
                var key = key(workflow);
                samples.put(key, reader.read(key, file -> bytes(workflow, key, file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By key. */
    public Collection<Sample> all() {
        return samples.values();
    }

    /** The sample; 404 when there is none of this key. */
    public Sample find(String key) {
        var sample = samples.get(key);
        if (sample == null) {
            throw Problems.notFound("sample", key);
        }
        return sample;
    }

    private static String key(Resource workflow) throws IOException {
        var parts = workflow.getURL().getPath().split("/", -1);
        return parts[parts.length - 2];
    }

    private static byte[] bytes(Resource workflow, String key, String file) {
        try {
            return workflow.createRelative(file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "bpmn-samples/%s/%s cannot be read: each sample has this file".formatted(key, file), e);
        }
    }
}

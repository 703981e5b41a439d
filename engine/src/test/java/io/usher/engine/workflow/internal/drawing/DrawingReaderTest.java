package io.usher.engine.workflow.internal.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.usher.engine.shared.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingReaderTest {

    private static final String OPEN =
            "<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:z='http://camunda.org/schema/zeebe/1.0'>";
    private static final String CLOSE = "</b:definitions>";

    @Test
    void shouldReadBlocksAndFlowsInDocumentOrder() {
        var drawing = read(OPEN + """
                <b:process id='P'>
                  <b:startEvent id='Start' name=' Begin '><b:extensionElements><z:properties>
                    <z:property name='usher.block' value='start'/>
                    <z:property name='usher.settings' value='{&#34;a&#34;:1}'/></z:properties></b:extensionElements></b:startEvent>
                  <b:intermediateCatchEvent id='Rest'><b:incoming>F1</b:incoming><b:timerEventDefinition id='T'/></b:intermediateCatchEvent>
                  <b:sequenceFlow id='F1' sourceRef='Start' targetRef='Rest'/>
                </b:process>""" + CLOSE);

        assertThat(drawing.problems()).isEmpty();
        assertThat(drawing.elements()).extracting(Element::id).containsExactly("Start", "Rest");
        var start = drawing.elements().getFirst();
        assertThat(start.name()).isEqualTo("Begin");
        assertThat(start.line()).isEqualTo(2);
        assertThat(start.properties())
                .containsEntry("usher.block", "start")
                .containsEntry("usher.settings", "{\"a\":1}");
        assertThat(drawing.elements().get(1).contents()).containsExactly("timerEventDefinition");
        assertThat(drawing.arrows())
                .extracting(Arrow::id, Arrow::source, Arrow::target)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("F1", "Start", "Rest"));
    }

    @Test
    void shouldIgnoreNotesAndThePicture() {
        var drawing = read(OPEN + """
                <b:process id='P'><b:documentation>about</b:documentation>
                  <b:textAnnotation id='N'><b:text>note</b:text></b:textAnnotation><b:association id='A' sourceRef='N' targetRef='X'/>
                  <other:thing xmlns:other='urn:other'/></b:process>
                <di:BPMNDiagram xmlns:di='urn:di'><di:Plane/></di:BPMNDiagram>""" + CLOSE);

        assertThat(drawing.problems()).isEmpty();
        assertThat(drawing.elements()).isEmpty();
    }

    @Test
    void shouldLoadNothingFromOutside(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "the secret");
        var failure = refused("<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + OPEN
                + "<b:process id='P' name='&x;'/>" + CLOSE);

        assertThat(failure.problem().status()).isEqualTo(400);
        assertThat(failure.problem().detail()).doesNotContain("the secret");
        assertThat(rule(failure)).isIn("dtd", "well-formed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions>",
                "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/never.dtd'>",
                "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>",
                "<!DOCTYPE d [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/never'> %p;]>"
            })
    void shouldRefuseEveryDocumentType(String type) {
        var failure = refused(type + OPEN + "<b:process id='P'/>" + CLOSE);

        assertThat(rule(failure)).isEqualTo("dtd");
    }

    @Test
    void shouldRefuseEntitiesThatNobodyDeclared() {
        assertThat(rule(refused(OPEN + "<b:process id='P' name='&bomb;'/>" + CLOSE)))
                .isEqualTo("well-formed");
    }

    @Test
    void shouldSayWhereXmlIsBroken() {
        var failure = refused(OPEN + "\n<b:process id='P'>\n  <b:startEvent id='S'>\n</b:process>" + CLOSE);

        assertThat(rule(failure)).isEqualTo("well-formed");
        assertThat(failure.problem().detail()).contains("line 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no xml", "<a>", "<a/><b/>", "{\"a\":1}", "\u0000", "<a b='1' b='2'/>"})
    void shouldRefuseWhatIsNoXml(String text) {
        assertThat(rule(refused(text))).isEqualTo("well-formed");
    }

    @Test
    void shouldRefuseBytesThatAreNoText() {
        var failure = catchThrowableOfType(
                ProblemException.class, () -> DrawingReader.read(new byte[] {'<', 'a', '>', (byte) 0xff, (byte) 0xfe}));

        assertThat(rule(failure)).isEqualTo("encoding");
        assertThat(failure.problem().detail()).contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,UTF-8",
        "UTF-16,UTF-16",
        "UTF-16,UTF-16LE",
        "UTF-16,UTF-16BE",
        "UTF-16LE,UTF-16LE",
        "UTF-32,UTF-32BE",
        "UTF-32,UTF-32LE",
        "utf-16,UTF-8",
        "ISO-8859-1,ISO-8859-1",
        "latin1,ISO-8859-1",
        "windows-1252,windows-1252",
        "ISO-8859-15,ISO-8859-15",
        "Shift_JIS,Shift_JIS"
    })
    void shouldReadTheEncodingThatIsDeclared(String declared, String written) {
        var name = written.startsWith("Shift") ? "切符を買う" : "Köp biljett";
        var xml = "<?xml version=\"1.0\" encoding='" + declared + "'?>" + OPEN
                + "<b:process id='P'><b:startEvent id='S' name='" + name + "'/></b:process>" + CLOSE;

        assertThat(name(xml.getBytes(Charset.forName(written)))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void shouldBelieveTheByteOrderMarkBeforeTheDeclaration(String written) {
        for (String declared : List.of("", "<?xml version='1.0' encoding='ISO-8859-1'?>", "<?xml version='1.0'?>")) {
            var xml = "\uFEFF" + declared + OPEN
                    + "<b:process id='P'><b:startEvent id='S' name='Köp biljett €'/></b:process>" + CLOSE;

            assertThat(name(xml.getBytes(Charset.forName(written)))).isEqualTo("Köp biljett €");
        }
    }

    @Test
    void shouldReadWhatEditorsWriteUnderTheNameOfLatin1() {
        var xml = "<?xml version='1.0' encoding='ISO-8859-1'?>" + OPEN
                + "<b:process id='P'><b:startEvent id='S' name='From 5 €'/></b:process>" + CLOSE;

        assertThat(name(xml.getBytes(Charset.forName("windows-1252")))).isEqualTo("From 5 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "UTF-9", "", "a b", "ISO-8859-99"})
    void shouldRefuseAnEncodingThatNobodyKnowsByItsName(String declared) {
        var failure = refused("<?xml version='1.0' encoding='" + declared + "'?>" + OPEN + CLOSE);

        assertThat(rule(failure)).isEqualTo("encoding");
        assertThat(failure.problem().detail()).contains("\"" + declared + "\"");
    }

    @Test
    void shouldRefuseBytesThatAreNotOfTheDeclaredEncoding() {
        var xml = "<?xml version='1.0' encoding='UTF-8'?>" + OPEN
                + "<b:process id='P'><b:startEvent id='S' name='Köp'/></b:process>" + CLOSE;
        var failure = catchThrowableOfType(
                ProblemException.class, () -> DrawingReader.read(xml.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(rule(failure)).isEqualTo("encoding");
    }

    private static String name(byte[] bytes) {
        return DrawingReader.read(bytes).elements().getFirst().name();
    }

    @Test
    void shouldSayWhatThePictureShows() {
        var drawing = read(OPEN + """
                <b:process id='P'/>
                <i:BPMNDiagram xmlns:i='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:c='http://www.omg.org/spec/DD/20100524/DC'
                    xmlns:d='http://www.omg.org/spec/DD/20100524/DI'><i:BPMNPlane bpmnElement='P'>
                  <i:BPMNShape bpmnElement='Whole'><c:Bounds x='1' y='1' width='100' height='80'/></i:BPMNShape>
                  <i:BPMNShape bpmnElement='Flat'><c:Bounds x='1' y='1' width='100' height='0'/></i:BPMNShape>
                  <i:BPMNShape bpmnElement='Nowhere'/>
                  <i:BPMNEdge bpmnElement='Line'><d:waypoint x='1' y='1'/><d:waypoint x='9' y='1'/></i:BPMNEdge>
                  <i:BPMNEdge bpmnElement='Point'><d:waypoint x='1' y='1'/></i:BPMNEdge>
                </i:BPMNPlane></i:BPMNDiagram>
                <i:BPMNDiagram xmlns:i='http://www.omg.org/spec/BPMN/20100524/DI' xmlns:c='http://www.omg.org/spec/DD/20100524/DC'>
                  <i:BPMNPlane><i:BPMNShape bpmnElement='Behind'><c:Bounds x='1' y='1' width='1' height='1'/></i:BPMNShape>
                </i:BPMNPlane></i:BPMNDiagram>""" + CLOSE);

        assertThat(drawing.picture().shown()).containsExactlyInAnyOrder("Whole", "Line");
    }

    @Test
    void shouldRefuseMoreThanTwoMegabytes() {
        var failure = catchThrowableOfType(
                ProblemException.class, () -> DrawingReader.read(new byte[DrawingReader.MAX_BYTES + 1]));

        assertThat(failure.problem().status()).isEqualTo(413);
    }

    @Test
    void shouldReadLargeSettings() {
        var html = "&lt;p&gt;&amp;&#10;&lt;/p&gt;".repeat(20_000);
        var drawing = read(OPEN + "<b:process id='P'><b:serviceTask id='T'><b:extensionElements><z:properties>"
                + "<z:property name='usher.settings' value='" + html + "'/></z:properties></b:extensionElements>"
                + "</b:serviceTask></b:process>" + CLOSE);

        assertThat(drawing.elements().getFirst().properties().get("usher.settings"))
                .isEqualTo("<p>&\n</p>".repeat(20_000));
    }

    @Test
    void shouldNotFailOnDeepNesting() {
        var depth = 20_000;
        var drawing = read(OPEN + "<b:process id='P'>" + "<b:subProcess>".repeat(depth)
                + "</b:subProcess>".repeat(depth) + "</b:process>" + CLOSE);

        assertThat(drawing.problems()).extracting(DrawingProblem::code).containsExactly("unknown-element");
    }

    @Test
    void shouldNameWhatIsNoBlock() {
        var drawing =
                read(OPEN + "\n<b:process id='P'>\n<b:parallelGateway id='Fork' name='Both'/></b:process>" + CLOSE);

        assertThat(drawing.foreign()).containsExactly("Fork");
        assertThat(drawing.problems()).hasSize(1);
        assertThat(drawing.problems().getFirst().message())
                .isEqualTo("\"Both\" (line 3) is a parallel gateway, which workflows do not have; replace it with a"
                        + " block");
    }

    private static Drawing read(String xml) {
        return DrawingReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused(String xml) {
        return catchThrowableOfType(ProblemException.class, () -> read(xml));
    }

    private static String rule(ProblemException failure) {
        assertThat(failure).isNotNull();
        return List.copyOf(failure.problem().errors()).getFirst().rule();
    }
}

package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A contract edited beside the jar. */
class WsdlTest {
    @TempDir
    private Path directory;

    @Test
    void the_contract_as_delivered_is_read() throws IOException {
        assertThat(Wsdl.read(edited("", "")).operations()).hasSize(4);
    }

    @Test
    void an_operation_that_this_build_does_not_have_stops_the_start() throws IOException {
        var url = edited("</wsdl:portType>", """
                <wsdl:operation name="listPersons">
                  <wsdl:input message="tns:getPerson"/>
                  <wsdl:output message="tns:getPersonResponse"/>
                </wsdl:operation></wsdl:portType>""");

        assertThatThrownBy(() -> Wsdl.read(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(url
                        + " has the operations [findUnattached, getPerson, getSubjectFile, listPersons, verifyPerson],"
                        + " but this build has [findUnattached, getPerson, getSubjectFile, verifyPerson]");
    }

    @Test
    void an_operation_that_is_missing_stops_the_start() throws IOException {
        var url = edited("<wsdl:operation name=\"verifyPerson\">", "<wsdl:operation name=\"verify\">");

        assertThatThrownBy(() -> Wsdl.read(url))
                .hasMessageContaining("[findUnattached, getPerson, getSubjectFile, verify],");
    }

    private URL edited(String text, String replacement) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("wsdl"), directory);
        var file = directory.resolve("PersonRegistry.wsdl");
        Files.writeString(file, Files.readString(file).replace(text.isEmpty() ? "\0" : text, replacement));
        return file.toUri().toURL();
    }
}

package dev.kapu.portal;

import dev.kapu.filing.ImportFolder;
import dev.kapu.workbook.ImportProperties;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UploadSettings {
    /** What a form says beside its file; a smaller file never touches the disk. */
    private static final int FIELDS = 16_384;

    @Bean
    MultipartConfigElement multipartConfig(ImportProperties limits, ImportFolder folder) {
        long largest = limits.maxSize().toBytes();
        return new MultipartConfigElement(folder.path().toString(), largest, largest + FIELDS, FIELDS);
    }
}

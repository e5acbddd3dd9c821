package dev.kapu.portal;

import dev.kapu.workbook.Format;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that a page offers. */
final class Downloads {
    private Downloads() {}

    static ResponseEntity<Resource> xlsx(String name, Resource content) {
        return of(name + "." + Format.XLSX.extension(), Format.XLSX.mediaType(), content);
    }

    static ResponseEntity<Resource> of(String name, String mediaType, Resource content) {
        var named = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(content);
    }
}

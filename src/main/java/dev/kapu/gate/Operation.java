package dev.kapu.gate;

/**
 * One operation of a contract.
 *
 * @param request class of the body's element
 * @param answer class of the answer's wrapper element
 */
public record Operation(String service, String name, Class<?> request, Class<?> answer) {
    /** As routes, grants and records name it: {@code IdCards/getCardholder}. */
    public String id() {
        return service + "/" + name;
    }
}

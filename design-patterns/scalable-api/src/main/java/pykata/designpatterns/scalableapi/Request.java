package pykata.designpatterns.scalableapi;

import java.util.List;

/**
 * What a context is told of a request.
 *
 * @param target path and query; the path with its bytes as characters, as WSGI has it
 * @param headers pairs of name and value
 * @param body a character for each byte
 */
record Request(String method, String target, List<List<String>> headers, String body) {}

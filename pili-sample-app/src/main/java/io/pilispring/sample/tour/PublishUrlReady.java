package io.pilispring.sample.tour;

/**
 * The tour is waiting for somebody to publish.
 *
 * @param streamId the id of the stream
 * @param url the URL to publish to
 */
public record PublishUrlReady(String streamId, String url) {

}

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.ClientBuilder;
import org.apache.pulsar.client.api.AuthenticationFactory;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.client.api.SubscriptionType;

/**
 * A client that never stops: {@code TestClient.java (produce | consume) URL TOPIC COUNT PERIOD}, on topics TOPIC-0 and so on.
 *
 * <p>Each message is its topic's next number, sent every PERIOD milliseconds. Every event is a line on standard output:
 * {@code EVENT TOPIC NUMBER SENT NOW}, times in milliseconds. What is not such a line is the library's own log. TOKEN_FILE
 * and AUTHORITY_FILE name the files of a token and of the authority that is trusted.
 */
public final class TestClient {
    private static final String SUBSCRIPTION = "test";

    private TestClient() {}

    public static void main(String[] arguments) throws Exception {
        String topic = arguments[2];
        int count = Integer.parseInt(arguments[3]);
        int period = Integer.parseInt(arguments[4]);
        boolean produces = arguments[0].equals("produce");
        PulsarClient client = connect(arguments[1]);
        for (int index = 0; index < count; index++) {
            int number = index;
            String name = topic + "-" + index;
            Thread thread = new Thread(() -> {
                try {
                    if (produces) {
                        produce(client, name, number, period);
                    } else {
                        consume(client, name, number);
                    }
                } catch (Exception error) {
                    System.out.println("failed " + number + " 0 0 " + System.currentTimeMillis() + " " + error);
                    Runtime.getRuntime().halt(1);
                }
            });
            thread.start();
        }
    }

    private static PulsarClient connect(String url) throws Exception {
        ClientBuilder builder = PulsarClient.builder().serviceUrl(url)
                .ioThreads(1).listenerThreads(1)
                .operationTimeout(30, TimeUnit.SECONDS)
                // A client of an application waits this long before it connects again, and no longer.
                .startingBackoffInterval(100, TimeUnit.MILLISECONDS)
                .maxBackoffInterval(5, TimeUnit.SECONDS);
        String token = System.getenv("TOKEN_FILE");
        if (token != null) {
            builder.authentication(AuthenticationFactory.token(() -> {
                try {
                    return Files.readString(Path.of(token)).trim();
                } catch (java.io.IOException error) {
                    throw new java.io.UncheckedIOException(error);
                }
            }));
        }
        String authority = System.getenv("AUTHORITY_FILE");
        if (authority != null) {
            builder.tlsTrustCertsFilePath(authority).enableTlsHostnameVerification(true);
        }
        return builder.build();
    }

    private static void produce(PulsarClient client, String topic, int index, int period) throws Exception {
        Producer<Long> producer = null;
        while (producer == null) {
            try {
                producer = client.newProducer(Schema.INT64).topic(topic)
                        // A message is tried until it is stored, however long that takes.
                        .sendTimeout(0, TimeUnit.SECONDS)
                        .enableBatching(false).maxPendingMessages(100_000).blockIfQueueFull(true).create();
            } catch (PulsarClientException error) {
                event("retry", index, 0, System.currentTimeMillis());
                Thread.sleep(500);
            }
        }
        for (long number = 0;; number++) {
            long current = number;
            long sent = System.currentTimeMillis();
            producer.newMessage().value(current).eventTime(sent).sendAsync()
                    .whenComplete((id, error) -> event(error == null ? "acked" : "error", index, current, sent));
            Thread.sleep(period);
        }
    }

    private static void consume(PulsarClient client, String topic, int index) throws Exception {
        Consumer<Long> consumer = null;
        while (consumer == null) {
            try {
                consumer = client.newConsumer(Schema.INT64).topic(topic).subscriptionName(SUBSCRIPTION)
                        .subscriptionType(SubscriptionType.Failover)
                        .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest).subscribe();
            } catch (PulsarClientException error) {
                event("retry", index, 0, System.currentTimeMillis());
                Thread.sleep(500);
            }
        }
        while (true) {
            Message<Long> message = consumer.receive();
            event("received", index, message.getValue(), message.getEventTime());
            consumer.acknowledgeAsync(message);
        }
    }

    private static void event(String name, int index, long number, long sent) {
        // One call a line: lines of several threads stay whole.
        System.out.println(name + " " + index + " " + number + " " + sent + " " + System.currentTimeMillis());
    }
}

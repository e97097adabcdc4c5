package dev.replenish.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One client on two streams, a message a line, until the client closes its side. */
final class StdioTransport {
  private static final int CALLS_AT_ONCE = 4;
  private static final int CALLS_WAITING = 100;
  private static final int LAST_WORDS_SECONDS = 30;
  private static final int PATIENCE_SECONDS = 2;

  private final InputLines in;
  private final OutputStream out;
  private final Map<String, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          CALLS_AT_ONCE,
          CALLS_AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(CALLS_WAITING),
          StdioTransport::thread);
  private volatile boolean gone;

  StdioTransport(InputStream in, OutputStream out) {
    this.in = new InputLines(in);
    this.out = out;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "call");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Serves until the client closes its side; what it asked for before is still done.
   *
   * @param warmUp begins as soon as the client has greeted, or has asked for the tools
   */
  void serve(Protocol protocol, WarmUp warmUp) throws IOException {
    for (InputLines.Line line = in.next(); line != null && !gone; line = in.next()) {
      try {
        Message message = MessageParser.message(line, in.rest());
        take(message, protocol);
        if (begins(message)) {
          warmUp.begin();
        }
      } catch (ProtocolError wrong) {
        write(wrong.answer());
      }
    }
    calls.shutdown();
    try {
      calls.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean begins(Message message) {
    return (message instanceof Message.Notification note
            && note.method().equals("notifications/initialized"))
        || (message instanceof Message.Request request && request.method().equals(Protocol.LIST));
  }

  /** Calls go to other threads, so that this one can take the answers that they wait for. */
  private void take(Message message, Protocol protocol) throws ProtocolError {
    if (message instanceof Message.Response response) {
      CompletableFuture<JsonObject> question = asked.get(response.id().toString());
      if (question != null) {
        question.complete(response.result());
      }
    } else if (message instanceof Message.Notification note) {
      if (note.method().equals("notifications/cancelled")) {
        cancel(note);
      }
    } else if (message instanceof Message.Request request) {
      Call call = new Call(request, protocol);
      if (!request.method().equals(Protocol.CALL)) {
        call.run();
        return;
      }
      try {
        calls.execute(call);
      } catch (RejectedExecutionException full) {
        String wait = "too many calls at once; wait for answers first";
        throw new ProtocolError(ProtocolError.BUSY, request.id(), wait);
      }
    }
  }

  /** A request that is to be answered. */
  private final class Call implements Runnable {
    private final Message.Request request;
    private final Protocol protocol;

    Call(Message.Request request, Protocol protocol) {
      this.request = request;
      this.protocol = protocol;
    }

    @Override
    public void run() {
      try {
        JsonObject answer = new JsonObject();
        answer.addProperty("jsonrpc", "2.0");
        answer.add("id", request.id());
        answer.add("result", protocol.answer(request));
        write(answer);
      } catch (ProtocolError error) {
        write(error.under(request.id()).answer());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
        String what = "unexpected error: " + bug.getClass().getSimpleName();
        write(new ProtocolError(ProtocolError.INTERNAL_ERROR, request.id(), what).answer());
      }
    }
  }

  /** A call that has not begun is not carried out, nor answered; one that has begun is finished. */
  private void cancel(Message.Notification note) {
    JsonElement id = note.params().get("requestId");
    for (Runnable waiting : calls.getQueue()) {
      if (waiting instanceof Call call && call.request.id().equals(id)) {
        calls.remove(call);
      }
    }
  }

  /** Sends a notification. */
  void tell(String method, JsonObject params) {
    JsonObject note = new JsonObject();
    note.addProperty("jsonrpc", "2.0");
    note.addProperty("method", method);
    note.add("params", params);
    write(note);
  }

  /**
   * Asks a client that has shaken hands; it has two seconds.
   *
   * @return its answer; empty where there is none, an empty object where it refuses
   */
  Optional<JsonObject> ask(String method) {
    JsonObject question = new JsonObject();
    question.addProperty("jsonrpc", "2.0");
    question.addProperty("id", "replenish-" + questions.incrementAndGet());
    question.addProperty("method", method);
    String id = question.get("id").toString();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(id, answer);
    try {
      write(question);
      return Optional.of(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException silent) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      asked.remove(id);
    }
  }

  private synchronized void write(JsonObject message) {
    try {
      out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      gone = true; // nobody listens any more; what was begun is finished all the same
    }
  }
}

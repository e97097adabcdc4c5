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

/** Serves one client on two streams, with one message on each line. */
final class StdioTransport {
  private static final int CALLS_AT_ONCE = 4;
  private static final int CALLS_WAITING = 100;
  private static final int SHUTDOWN_SECONDS = 30;
  private static final int ANSWER_SECONDS = 2;

  private final InputLines in;
  private final OutputStream out;
  private final Map<String, CompletableFuture<JsonObject>> pending = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final ThreadPoolExecutor calls =
      new ThreadPoolExecutor(
          CALLS_AT_ONCE,
          CALLS_AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(CALLS_WAITING),
          StdioTransport::thread);
  private volatile boolean disconnected;

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
   * Serves until the client closes its side; requests from before are still carried out.
   *
   * @param warmUp begins as soon as the client is initialized, or has asked for the tools
   */
  void serve(Protocol protocol, WarmUp warmUp) throws IOException {
    for (InputLines.Line line = in.next(); line != null && !disconnected; line = in.next()) {
      try {
        Message message = MessageParser.message(line, in.rest());
        handle(message, protocol);
        if (startsWarmUp(message)) {
          warmUp.begin();
        }
      } catch (ProtocolError wrong) {
        write(wrong.answer());
      }
    }
    calls.shutdown();
    try {
      calls.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean startsWarmUp(Message message) {
    return (message instanceof Message.Notification note
            && note.method().equals("notifications/initialized"))
        || (message instanceof Message.Request request && request.method().equals(Protocol.LIST));
  }

  /**
   * Handles a message. Calls run in other threads, so that this one can receive the answers that
   * they wait for.
   */
  private void handle(Message message, Protocol protocol) throws ProtocolError {
    if (message instanceof Message.Response response) {
      CompletableFuture<JsonObject> question = pending.get(response.id().toString());
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

  /** Answers one request. */
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
        write(error.withId(request.id()).answer());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
        String what = "unexpected error: " + bug.getClass().getSimpleName();
        write(new ProtocolError(ProtocolError.INTERNAL_ERROR, request.id(), what).answer());
      }
    }
  }

  /** Cancels a call that has not begun: it is not carried out and not answered. */
  private void cancel(Message.Notification note) {
    JsonElement id = note.params().get("requestId");
    for (Runnable waiting : calls.getQueue()) {
      if (waiting instanceof Call call && call.request.id().equals(id)) {
        calls.remove(call);
      }
    }
  }

  /** Sends a notification. */
  void sendNotification(String method, JsonObject params) {
    JsonObject note = new JsonObject();
    note.addProperty("jsonrpc", "2.0");
    note.addProperty("method", method);
    note.add("params", params);
    write(note);
  }

  /**
   * Sends a request to an initialized client, which has two seconds to answer.
   *
   * @return its answer; empty if there is none, an empty object if it refuses
   */
  Optional<JsonObject> sendRequest(String method) {
    JsonObject question = new JsonObject();
    question.addProperty("jsonrpc", "2.0");
    question.addProperty("id", "replenish-" + questions.incrementAndGet());
    question.addProperty("method", method);
    String id = question.get("id").toString();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    pending.put(id, answer);
    try {
      write(question);
      return Optional.of(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      pending.remove(id);
    }
  }

  private synchronized void write(JsonObject message) {
    try {
      out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      disconnected = true; // the client is gone; calls that have begun are finished all the same
    }
  }
}

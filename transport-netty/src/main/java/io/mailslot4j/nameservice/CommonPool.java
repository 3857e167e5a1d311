package io.mailslot4j.nameservice;

import java.util.concurrent.CompletableFuture;

/** Where the answers of the name service go that somebody does not wait for: what hangs on them may take its time there. */
final class CommonPool {
    private CommonPool() {}

    /** Ends as {@code onOurThread} does, but neither holds up the name service's thread nor waits for it there. */
    @SuppressWarnings("FutureReturnValueIgnored") // It is another that tells the result.
    static <T> CompletableFuture<T> ends(CompletableFuture<T> onOurThread) {
        CompletableFuture<T> result = new CompletableFuture<>();
        onOurThread.whenCompleteAsync((answer, trouble) -> {
            if (trouble == null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(trouble);
            }
        });
        return result;
    }
}

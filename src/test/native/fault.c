/*
 * A library to preload: counts a process's calls to the file system below one folder, and lets one of
 * them fail. Linux and glibc.
 *
 *   FAULT_ROOT  the folder
 *   FAULT_LOG   where a line is written for each call: its number, its name, its path
 *   FAULT_AT    the number of the call that fails
 *   FAULT_HOW   kill  SIGKILL in place of the call
 *               tear  half of a write, then SIGKILL
 *               N     the call fails with errno N
 *               N+    this call and every later one that needs what the errno denies fail with errno N
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum how { NEVER, KILL, TEAR, FAIL };

static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1;
static int count;
static int at = -1;
static enum how how = NEVER;
static int error;
static int lasting;

/* Programs that are started by this one are left alone: nothing of this is in their environment. */
__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULT_ROOT");
  const char *file = getenv("FAULT_LOG");
  const char *number = getenv("FAULT_AT");
  const char *what = getenv("FAULT_HOW");
  if (folder != NULL && strlen(folder) < sizeof root) {
    strcpy(root, folder);
    root_length = strlen(root);
  }
  if (file != NULL) {
    log_fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  }
  if (number != NULL && what != NULL) {
    at = atoi(number);
    how = !strcmp(what, "kill") ? KILL : !strcmp(what, "tear") ? TEAR : FAIL;
    error = atoi(what);
    lasting = strchr(what, '+') != NULL;
  }
  unsetenv("LD_PRELOAD");
  unsetenv("FAULT_ROOT");
  unsetenv("FAULT_LOG");
  unsetenv("FAULT_AT");
  unsetenv("FAULT_HOW");
}

static int below(const char *path) {
  return root_length > 0 && path != NULL && !strncmp(path, root, root_length)
      && (path[root_length] == '/' || path[root_length] == 0);
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) {
    pause();
  }
}

/* A full disk still reads, removes and renames; one that can't be written to still reads. */
static int denied(const char *call) {
  if (!strcmp(call, "open-r") || !strcmp(call, "read")) {
    return 0;
  }
  return error != ENOSPC
      || (strcmp(call, "unlink") && strcmp(call, "rmdir") && strcmp(call, "chmod")
          && strcmp(call, "utimens") && strcmp(call, "rename"));
}

static int fails(const char *call, const char *path) {
  int number = __sync_add_and_fetch(&count, 1);
  if (log_fd >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%d %s %s\n", number, call, path);
    syscall(SYS_write, log_fd, line, length);
  }
  if (how == FAIL && (number == at || (lasting && number > at && denied(call)))) {
    errno = error;
    return 1;
  }
  if (how == KILL && number == at) {
    die();
  }
  return how == TEAR && number == at;
}

/* The path of an open file if it is below the folder, else NULL; errno stays. */
static const char *path_of(int fd, char *buffer) {
  char link[64];
  int kept = errno;
  if (root_length == 0 || fd < 3) {
    return NULL;
  }
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, buffer, PATH_MAX - 1);
  errno = kept;
  if (length <= 0) {
    return NULL;
  }
  buffer[length] = 0;
  return below(buffer) ? buffer : NULL;
}

static int file_fails(const char *call, int fd) {
  char buffer[PATH_MAX];
  const char *path = path_of(fd, buffer);
  return path != NULL && fails(call, path);
}

#define REAL(name)                                          \
  static __typeof__(name) *real;                            \
  if (real == NULL) {                                       \
    real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name);     \
  }

/* Half of it reaches the disk. */
static void tear(int fd, const void *bytes, size_t size) {
  syscall(SYS_write, fd, bytes, size / 2);
  die();
}

static const char *kind(int flags) {
  return flags & (O_WRONLY | O_RDWR) ? "open-w" : "open-r";
}

#define OPEN(name)                                   \
  int name(const char *path, int flags, ...) {       \
    REAL(name);                                      \
    va_list more;                                    \
    va_start(more, flags);                           \
    mode_t mode = va_arg(more, mode_t);              \
    va_end(more);                                    \
    if (below(path) && fails(kind(flags), path)) {   \
      return -1;                                     \
    }                                                \
    return real(path, flags, mode);                  \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                         \
  int name(int folder, const char *path, int flags, ...) {   \
    REAL(name);                                              \
    va_list more;                                            \
    va_start(more, flags);                                   \
    mode_t mode = va_arg(more, mode_t);                      \
    va_end(more);                                            \
    if (below(path) && fails(kind(flags), path)) {           \
      return -1;                                             \
    }                                                        \
    return real(folder, path, flags, mode);                  \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t read(int fd, void *bytes, size_t size) {
  REAL(read);
  return file_fails("read", fd) ? -1 : real(fd, bytes, size);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  REAL(write);
  if (file_fails("write", fd)) {
    if (how == TEAR) {
      tear(fd, bytes, size);
    }
    return -1;
  }
  return real(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
  REAL(pwrite64);
  if (file_fails("write", fd)) {
    if (how == TEAR) {
      syscall(SYS_pwrite64, fd, bytes, size / 2, offset);
      die();
    }
    return -1;
  }
  return real(fd, bytes, size, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int many) {
  REAL(writev);
  if (file_fails("write", fd)) {
    if (how == TEAR) {
      tear(fd, parts[0].iov_base, parts[0].iov_len);
    }
    return -1;
  }
  return real(fd, parts, many);
}

int fsync(int fd) {
  REAL(fsync);
  return file_fails("fsync", fd) ? -1 : real(fd);
}

int fdatasync(int fd) {
  REAL(fdatasync);
  return file_fails("fsync", fd) ? -1 : real(fd);
}

int ftruncate64(int fd, off64_t size) {
  REAL(ftruncate64);
  return file_fails("truncate", fd) ? -1 : real(fd, size);
}

#define ON_PATH(name, label, parameters, arguments, path)           \
  int name parameters {                                             \
    REAL(name);                                                     \
    return below(path) && fails(label, path) ? -1 : real arguments; \
  }
ON_PATH(rename, "rename", (const char *from, const char *to), (from, to), to)
ON_PATH(link, "link", (const char *from, const char *to), (from, to), to)
ON_PATH(symlink, "link", (const char *from, const char *to), (from, to), to)
ON_PATH(unlink, "unlink", (const char *path), (path), path)
ON_PATH(rmdir, "rmdir", (const char *path), (path), path)
ON_PATH(mkdir, "mkdir", (const char *path, mode_t mode), (path, mode), path)
ON_PATH(chmod, "chmod", (const char *path, mode_t mode), (path, mode), path)
ON_PATH(unlinkat, "unlink", (int folder, const char *path, int flags), (folder, path, flags), path)
ON_PATH(utimensat, "utimens",
    (int folder, const char *path, const struct timespec times[2], int flags),
    (folder, path, times, flags), path)

int fchmod(int fd, mode_t mode) {
  REAL(fchmod);
  return file_fails("chmod", fd) ? -1 : real(fd, mode);
}

int futimens(int fd, const struct timespec times[2]) {
  REAL(futimens);
  return file_fails("utimens", fd) ? -1 : real(fd, times);
}

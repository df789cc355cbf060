/* What libyaml alone needs: yaml_parser_parse over every file named on the standard input, on a
   number of threads. Prints files, bytes, events and seconds. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static char **paths;
static size_t path_count, path_room;
static atomic_size_t next_path;
static atomic_ullong bytes, events;

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    size_t place = atomic_fetch_add(&next_path, 1);
    if (place >= path_count) return NULL;
    FILE *file = fopen(paths[place], "rb");
    if (!file) { perror(paths[place]); exit(1); }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    unsigned char *text = malloc(size + 1);
    if (fread(text, 1, size, file) != size) { perror(paths[place]); exit(1); }
    fclose(file);
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, text, size);
    unsigned long long count = 0;
    for (int done = 0; !done;) {
      yaml_event_t event;
      if (!yaml_parser_parse(&parser, &event)) { fprintf(stderr, "%s: not YAML\n", paths[place]); exit(1); }
      done = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
      count++;
    }
    yaml_parser_delete(&parser);
    free(text);
    atomic_fetch_add(&bytes, size);
    atomic_fetch_add(&events, count);
  }
}

int main(int argc, char **argv) {
  int threads = argc > 1 ? atoi(argv[1]) : 1;
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    if (path_count == path_room) {
      path_room = path_room ? path_room * 2 : 1024;
      paths = realloc(paths, path_room * sizeof *paths);
    }
    paths[path_count++] = strdup(line);
  }
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pthread_t handles[64];
  if (threads < 1 || threads > 64) threads = 1;
  for (int i = 0; i < threads; i++) pthread_create(&handles[i], NULL, work, NULL);
  for (int i = 0; i < threads; i++) pthread_join(handles[i], NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  printf("%zu files, %llu bytes, %llu events, %.3f s\n", path_count, bytes, events, seconds);
  return 0;
}

// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// corten svd: the command line, and many files at once.
#include "corten.h"
#include "convert.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char help[] =
    "usage: corten svd [options] FILE.svd...\n"
    "\n"
    "Turns a chip's description (CMSIS-SVD, up to 1.3.11) into a C header of typed\n"
    "registers for <corten/reg.h>. \"-\" is standard input.\n"
    "\n"
    "  -o, --output WHERE     a directory (chip.svd becomes WHERE/chip.h) or a file;\n"
    "                         without it, the header goes to standard output\n"
    "      --peripherals A,B  only these peripherals\n"
    "      --prefix P         put P before every name, for two chips in one program\n"
    "      --with FILE        add the peripherals of another description (the core's,\n"
    "                         the family's); may be given several times\n"
    "      --overlay FILE     patch the description (TOML); without it,\n"
    "                         chip.overlay.toml beside chip.svd, if it is there\n"
    "      --interrupts FILE  also write the interrupts into a header of their own\n"
    "      --model FILE       also write a table for a model of the device\n"
    "      --asserts FILE     also write a C file that checks offsets and masks\n"
    "      --check            write nothing; report what is odd in the description,\n"
    "                         a line each with its place\n"
    "  -j, --jobs N           files converted at a time (default: one a processor)\n"
    "  -q, --quiet            no progress bar\n"
    "  -h, --help             this text\n"
    "\n"
    "examples:\n"
    "  corten svd STM32F401.svd -o include/\n"
    "  corten svd STM32F401.svd --peripherals RCC,GPIOA,USART2 -o include/chip.h\n"
    "  corten svd --check vendor/*.svd\n"
    "  curl -s https://example.org/chip.svd | corten svd - -o chip.h\n"
    "\n"
    "The exit code is 0, or 1 if a file could not be converted, 2 at wrong usage.\n";

static int usage(const char *format, const char *what) {
    fprintf(stderr, "corten svd: ");
    fprintf(stderr, format, what);
    fprintf(stderr, " (see corten svd --help)\n");
    return 2;
}

static void progress(bool show, size_t done, size_t n, const char *file) {
    if (!show) { return; }
    enum { WIDTH = 30 };
    char bar[WIDTH + 1];
    size_t full = n ? done * WIDTH / n : WIDTH;
    for (size_t i = 0; i < WIDTH; i++) { bar[i] = i < full ? '#' : '.'; }
    bar[WIDTH] = 0;
    const char *slash = strrchr(file, '/');
    fprintf(stderr, "\r[%s] %zu/%zu %-30.30s", bar, done, n, slash ? slash + 1 : file);
    if (done == n) { fprintf(stderr, "\r%-80s\r", ""); }
}

struct job {
    pid_t pid;
    FILE *messages;
    bool done;
};

static void copy_messages(FILE *from, FILE *to) {
    char buffer[4096];
    size_t n;
    rewind(from);
    while ((n = fread(buffer, 1, sizeof buffer, from)) != 0) { fwrite(buffer, 1, n, to); }
    fclose(from);
}

// A process a file, `jobs` at a time; their messages come in the order of the files.
static int convert_many(const struct svd_options *options, char **files, size_t n, unsigned jobs,
                        bool show) {
    struct job *job = calloc(n, sizeof *job);
    FILE *to = options->check ? stdout : stderr;
    size_t started = 0, done = 0, told = 0;
    int failed = 0;
    if (!job) { return 1; }
    progress(show, 0, n, files[0]);
    while (done < n) {
        while (started < n && started - done < jobs) {
            struct job *j = &job[started];
            j->messages = tmpfile();
            fflush(NULL);
            j->pid = j->messages ? fork() : -1;
            if (j->pid == 0) {
                int result = svd_convert_file(options, files[started], j->messages);
                fflush(j->messages);
                _exit(result);
            }
            if (j->pid < 0) {
                fprintf(stderr, "corten svd: cannot start a process: %s\n", strerror(errno));
                failed = 1;
                j->done = true;
                done++;
            }
            started++;
        }
        int status;
        pid_t pid = done < started ? wait(&status) : -1;
        for (size_t i = 0; pid > 0 && i < started; i++) {
            if (job[i].pid != pid || job[i].done) { continue; }
            job[i].done = true;
            done++;
            if (!WIFEXITED(status)) {
                fprintf(job[i].messages, "%s: error: the conversion crashed\n", files[i]);
            }
            if (!WIFEXITED(status) || WEXITSTATUS(status)) { failed = 1; }
            progress(show, done, n, files[i]);
        }
        while (told < n && job[told].done) {
            if (job[told].messages) { copy_messages(job[told].messages, to); }
            told++;
        }
    }
    free(job);
    return failed;
}

int corten_svd(int argc, char **argv) {
    struct svd_options o = {0};
    char **files = calloc((size_t)argc + 1, sizeof *files);
    const char *with[SVD_MAX_FILES - 2]; // the description itself and its overlay count too
    o.with = with;
    size_t n = 0;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned jobs = processors > 0 ? (unsigned)processors : 1;
    bool quiet = false, only_files = false;
    if (!files) { return 1; }
    for (int i = 1; i < argc; i++) {
        const char *a = argv[i];
        if (only_files || a[0] != '-' || !a[1]) {
            files[n++] = argv[i];
            continue;
        }
        if (!strcmp(a, "--")) {
            only_files = true;
        } else if (!strcmp(a, "-h") || !strcmp(a, "--help")) {
            fputs(help, stdout);
            free(files);
            return 0;
        } else if (!strcmp(a, "--check")) {
            o.check = true;
        } else if (!strcmp(a, "-q") || !strcmp(a, "--quiet")) {
            quiet = true;
        } else {
            static const struct {
                const char *name, *alias;
            } with_value[] = {{"--output", "-o"},       {"--peripherals", ""}, {"--prefix", ""},
                              {"--overlay", ""},        {"--interrupts", ""},  {"--model", ""},
                              {"--asserts", ""},        {"--with", ""},
                              {"--jobs", "-j"}};
            const char **where[] = {&o.output,     &o.peripherals, &o.prefix,  &o.overlay,
                                    &o.interrupts, &o.model,       &o.asserts, NULL, NULL};
            const char *equals = strchr(a, '=');
            size_t length = equals ? (size_t)(equals - a) : strlen(a), k;
            for (k = 0; k < sizeof with_value / sizeof *with_value; k++) {
                if ((strlen(with_value[k].name) == length && !strncmp(a, with_value[k].name, length)) ||
                    !strcmp(a, with_value[k].alias)) {
                    break;
                }
            }
            if (k == sizeof with_value / sizeof *with_value) {
                free(files);
                return usage("no such option: %s", a);
            }
            const char *value = equals ? equals + 1 : i + 1 < argc ? argv[++i] : NULL;
            if (!value || !*value) {
                free(files);
                return usage("%s needs a value", with_value[k].name);
            }
            if (!strcmp(with_value[k].name, "--with")) {
                if (o.with_count == sizeof with / sizeof *with) {
                    free(files);
                    return usage("too many times --with, at %s", value);
                }
                with[o.with_count++] = value;
            } else if (where[k]) {
                *where[k] = value;
            } else {
                jobs = (unsigned)atoi(value);
                if (jobs < 1 || jobs > 1024) {
                    free(files);
                    return usage("not a number of jobs: %s", value);
                }
            }
        }
    }
    struct stat st;
    if (o.output) {
        size_t length = strlen(o.output);
        bool is = !stat(o.output, &st) && S_ISDIR(st.st_mode);
        o.output_is_directory = is || o.output[length - 1] == '/';
        if (o.output_is_directory && !is && mkdir(o.output, 0777)) {
            fprintf(stderr, "corten svd: cannot make the directory %s: %s\n", o.output, strerror(errno));
            free(files);
            return 1;
        }
    }
    int result;
    if (o.prefix && (strspn(o.prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789") !=
                         strlen(o.prefix) || (o.prefix[0] >= '0' && o.prefix[0] <= '9'))) {
        result = usage("not the beginning of a C name: %s", o.prefix);
    } else if (!n) {
        result = usage("%s", "which file?");
    } else if (n > 1 && !o.check && !o.output_is_directory) {
        result = usage("%s", "several files need -o DIRECTORY");
    } else if (n > 1 && (o.interrupts || o.model || o.asserts || o.overlay || o.with_count)) {
        result = usage("%s", "--interrupts, --model, --asserts, --overlay and --with are for one file");
    } else if (n == 1) {
        result = svd_convert_file(&o, files[0], o.check ? stdout : stderr);
    } else {
        result = convert_many(&o, files, n, jobs, !quiet && isatty(2));
    }
    free(files);
    return result;
}

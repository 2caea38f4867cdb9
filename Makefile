# SPDX-License-Identifier: MIT
# make            build the program and the sample site
# make test       all tests;  make help lists the rest

ifeq ($(origin CC),default)
CC := gcc
endif
BUILD ?= build
PREFIX ?= /usr/local
VERSION := 0.1.0

PACKAGES := glib-2.0 gio-2.0 libcmark yaml-0.1 libqrencode libpng libxml-2.0
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes
CFLAGS ?= -O2 -g
ALL_CFLAGS := -std=gnu11 $(WARNINGS) $(WERROR) -Isrc -I$(BUILD) -D_GNU_SOURCE -DLOA_VERSION='"$(VERSION)"' \
  -DLOA_LOCALE_DIR='"$(PREFIX)/share/locale"' -DGETTEXT_PACKAGE='"loa"' \
  $(shell pkg-config --cflags $(PACKAGES)) $(CFLAGS)
LIBS := $(shell pkg-config --libs $(PACKAGES)) -lm

# Every .c file below src/ belongs to the program; all but main.c and the commands also to the tests.
sources := $(sort $(shell find src -name '*.c'))
objects := $(sources:%.c=$(BUILD)/%.o)
built_in := $(sort $(shell find templates -name '*.mustache' -o -name 'style.css') $(wildcard src/speech/*.yaml))

.PHONY: all
all: $(BUILD)/loa

$(BUILD)/loa: $(BUILD)/src/main.o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/libloa.a: $(filter-out $(BUILD)/src/main.o,$(objects))
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Templates and the lexicon go into the program, so that it works in an empty folder.
$(BUILD)/resources.xml: $(built_in) Makefile
	@mkdir -p $(@D)
	@{ echo '<gresources><gresource prefix="/loa">'; \
	  for file in $(built_in); do echo "<file>$$file</file>"; done; \
	  echo '</gresource></gresources>'; } >$@
$(BUILD)/resources.c: $(BUILD)/resources.xml $(built_in)
	@glib-compile-resources --generate-source --internal --c-name loa --sourcedir=. --target=$@ $<
$(BUILD)/resources.o: $(BUILD)/resources.c
	@$(CC) $(ALL_CFLAGS) -Wno-missing-prototypes -c -o $@ $<

# A page is made again when the program that makes it changed, not only when its content did.
$(BUILD)/source-digest.h: $(sources) $(built_in)
	@mkdir -p $(@D)
	@printf '#define LOA_SOURCE_DIGEST "%s"\n' "$$(cat $^ | sha256sum | cut -c1-16)" >$@
$(BUILD)/src/command/build.o: $(BUILD)/source-digest.h

# Unit tests mirror src/: tests/unit/text/date.c tests src/text/date.c. Each is a program of its own.
units := $(sort $(shell find tests/unit -name '*.c'))
unit_programs := $(units:%.c=$(BUILD)/%)
$(unit_programs): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: unit
unit: $(unit_programs)
	@for t in $(unit_programs); do $$t --tap -q | grep -v '^#' || exit 1; done

-include $(objects:.o=.d) $(unit_programs:=.d)

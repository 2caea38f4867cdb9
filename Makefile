# SPDX-License-Identifier: MIT
# make            build the program, and with it the sample site into out/
# make test       all tests
# make help       lists the rest

ifeq ($(origin CC),default)
CC := gcc
endif
BUILD ?= build
PREFIX ?= /usr/local
VERSION := 0.1.0

CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wdate-time
ALL_CFLAGS = -std=gnu11 $(WARNINGS) $(WERROR) -Isrc -I$(BUILD) -D_GNU_SOURCE -DLOA_VERSION='"$(VERSION)"' \
  -DLOA_LOCALE_DIR='"$(PREFIX)/share/locale"' -DGETTEXT_PACKAGE='"loa"' $(LIBRARY_CFLAGS) $(SAME_PATHS) $(HARDENING) $(CFLAGS)

# What is built has no trace of where and (-Wdate-time) when it was built: the same sources make the same bytes everywhere.
SAME_PATHS = '-ffile-prefix-map=$(CURDIR)=.' '-ffile-prefix-map=$(abspath $(BUILD))=build'

# The program reads what strangers send. Should a mistake of ours be left, it ends the program instead of serving them. Sanitizers
# find more, and want none of it; fortified calls need an optimiser.
ifeq ($(findstring -fsanitize,$(CFLAGS)),)
HARDENING = -fstack-protector-strong -fstack-clash-protection -fPIE $(if $(filter-out -O0,$(filter -O%,$(CFLAGS))),$(FORTIFY))
FORTIFY := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
HARDENING_LINK := -pie -Wl,-z,relro -Wl,-z,now
endif
LINK = $(CC) $(ALL_CFLAGS) $(HARDENING_LINK) $(LDFLAGS)

.PHONY: all
all: out
	@echo
	@$(BUILD)/loa

# --- what is needed -------------------------------------------------------------------------------
# tests/packages installs what is missing (Debian), or says what is. flags.mk is included, so make starts over once it
# is there; after that nothing is looked for again.

LIBRARIES := glib-2.0 gio-2.0 libcmark yaml-0.1 libqrencode libpng libxml-2.0 pangoft2 harfbuzz-subset libdeflate libbrotlienc libbrotlidec libxxhash libarchive libmicrohttpd
GOALS := $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out clean help uninstall,$(GOALS)),)
include $(BUILD)/flags.mk
endif
$(BUILD)/flags.mk: tests/packages Makefile
	@mkdir -p $(@D)
	@tests/packages build
	@{ echo "LIBRARY_CFLAGS := $$(pkg-config --cflags $(LIBRARIES))"; \
	   echo "LIBRARY_LIBS := $$(pkg-config --libs $(LIBRARIES)) -lm"; \
   echo "VIPS_CFLAGS := $$(pkg-config --cflags-only-I vips | sed 's/-I/-isystem /g')"; } >$@

# --- the program ----------------------------------------------------------------------------------
# Every .c file below src/ belongs to the program. All but main.c also serves the tests, as an archive.

sources := $(sort $(shell find src -name '*.c'))
included := $(sort $(shell find src -name '*.inc'))
objects := $(sources:%.c=$(BUILD)/%.o)
built_in := $(sort $(shell find templates -name '*.mustache' -o -name '*.css' -o -name '*.yaml') $(wildcard src/speech/*.yaml src/search/*.yaml src/diff/*.html src/serve/*.html src/serve/*.css src/serve/*.js))

$(BUILD)/loa: $(BUILD)/src/main.o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(LINK) -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/libloa.a: $(filter-out $(BUILD)/src/main.o,$(objects))
	@rm -f $@
	@$(AR) rcsD $@ $^

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# libvips is loaded when the first photo is read (src/picture/vips.h), libcurl when links are tried (src/online/curl.h): their headers are needed, and nothing
# is linked.
$(BUILD)/src/picture/%.o $(BUILD)/tests/unit/picture/%.o: ALL_CFLAGS += $(VIPS_CFLAGS)

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

# What HTML looks like on paper is wanted where there are no resources: it becomes a text of C.
$(BUILD)/html.css.inc: src/print/style/html.css
	@mkdir -p $(@D)
	@sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $< >$@
$(BUILD)/src/print/style/defaults.o: $(BUILD)/html.css.inc

# So do the drawings: {"lu", "<svg …"}, a line each.
drawings := $(sort $(wildcard drawings/*.svg))
$(BUILD)/stock.inc: $(drawings)
	@mkdir -p $(@D)
	@for file in $(drawings); do \
	   printf '{ "%s", ' $$(basename $$file .svg); sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $$file; echo '},'; done >$@
$(BUILD)/src/model/stock.o: $(BUILD)/stock.inc

# The four inks of a print shop: a profile of the press by the measurements that Debian has, with a limit of 300 % for all inks together.
# The moment it was made at stands in its header (bytes 24 to 35), and becomes a fixed one.
FOGRA39 := /usr/share/color/icc/FOGRA39L.ti3
$(BUILD)/press.icc: Makefile
	@mkdir -p $(@D)
	@echo "  ICC $@"
	@cp $(FOGRA39) $(BUILD)/press.ti3
	@colprof -ql -bm -nc -l300 -L100 -kr -C 'From FOGRA39L.ti3 of ICC Profiles Free, zlib licence' -D FOGRA39 $(BUILD)/press >/dev/null
	@printf '\007\352\0\001\0\001\0\0\0\0\0\0' | dd of=$@ bs=1 seek=24 conv=notrunc status=none
$(BUILD)/press.inc: $(BUILD)/press.icc
	@od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g' >$@
# Of red, green and blue in 32 steps each: relative colorimetric, black for black. One part less than the limit, for rounding.
$(BUILD)/nodes.inc: $(BUILD)/press.icc
	@awk 'BEGIN { for (r = 0; r < 33; r++) for (g = 0; g < 33; g++) for (b = 0; b < 33; b++) print r * 255 / 32, g * 255 / 32, b * 255 / 32 }' | \
	  transicc '-i*sRGB' -o$< -t1 -b -n 2>/dev/null | \
	  awk 'NF == 4 { f = $$1 + $$2 + $$3 + $$4 > 299 ? (299 - $$4) / ($$1 + $$2 + $$3) : 1; printf "%d,%d,%d,%d,\n", $$1 * f * 2.55 + .5, $$2 * f * 2.55 + .5, $$3 * f * 2.55 + .5, $$4 * 2.55 + .5 }' >$@
	@[ $$(wc -l <$@) = 35937 ] || { echo "transicc does not say what the press prints" >&2; rm $@; exit 1; }
$(BUILD)/src/base/inks.o: $(BUILD)/press.inc $(BUILD)/nodes.inc

# A page is made again when the program that makes it changed, not only when its content did.
$(BUILD)/source-digest.h: $(sources) $(included) $(built_in) $(drawings) src/print/style/html.css $(BUILD)/press.icc $(BUILD)/nodes.inc
	@mkdir -p $(@D)
	@printf '#define LOA_SOURCE_DIGEST "%s"\n' "$$(cat $^ | sha256sum | cut -c1-16)" >$@
$(BUILD)/src/command/build.o $(BUILD)/src/press/pictures.o $(BUILD)/src/press/press.o: $(BUILD)/source-digest.h

$(BUILD)/locale/%/LC_MESSAGES/loa.mo: po/%.po
	@mkdir -p $(@D)
	@msgfmt --check -o $@ $<
messages := $(patsubst po/%.po,$(BUILD)/locale/%/LC_MESSAGES/loa.mo,$(wildcard po/*.po))

.PHONY: program
program: $(BUILD)/loa $(messages)

# The sample site; loa itself knows whether there is anything to do.
.PHONY: out
out: program
	@$(BUILD)/loa build .

# --- tests ----------------------------------------------------------------------------------------
# Unit tests mirror src/: tests/unit/base/date.c tests src/base/date.c. Each is a program of its own.

units := $(sort $(shell find tests/unit -name '*.c'))
unit_programs := $(units:%.c=$(BUILD)/%)
$(unit_programs): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(LINK) -o $@ $^ $(LIBRARY_LIBS)

.PHONY: unit
unit: $(unit_programs)
	@tests/run $(BUILD) unit

$(BUILD)/test-packages: tests/packages
	@tests/packages test
	@touch $@

# For the tests of print: loa, but a sheet of paper is the XHTML from which its PDF would be made.
sheets := $(BUILD)/tests/print/sheets
$(sheets): $(sheets).o $(BUILD)/src/main.o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -Wl,--wrap=paper_print -o $@ $^ $(LIBRARY_LIBS)

# What the documentation is held against.
tables := $(BUILD)/tests/docs/tables
$(tables): $(tables).o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(LINK) -o $@ $^ $(LIBRARY_LIBS)

# The entries of “make fuzz” are compiled with the tests, so that they follow what they attack.
fuzz_programs := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/*.c)))

.PHONY: test
test: program $(unit_programs) $(sheets) $(tables) $(fuzz_programs:=.o) $(BUILD)/test-packages
	@tests/run $(BUILD)

# The same under AddressSanitizer and UndefinedBehaviorSanitizer.
.PHONY: asan
asan:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan \
	  CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer' test

# Sites built on several threads under ThreadSanitizer, with GLib's locks and containers made visible to it.
.PHONY: tsan tsan-control
tsan-control: $(BUILD)/tests/threads/control.o
	@$(LINK) -o $(BUILD)/tests/threads/control $< $(LIBRARY_LIBS)
tsan:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/tsan LDFLAGS=tests/threads/locks.c \
	  CFLAGS='-O1 -g -fsanitize=thread -include tests/threads/visible.h' program tsan-control
	@tests/threads/run $(BUILD)/tsan

# An entry for each parser in tests/fuzz/, attacked for FUZZ_SECONDS, half of them without sanitizers, which is several times as quick.
# libFuzzer is clang's.
FUZZ_SECONDS ?= 60
$(fuzz_programs): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/resources.o $(BUILD)/libloa.a
	@echo "  LD  $@"
	@$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBRARY_LIBS)

.PHONY: fuzz fuzz-programs
fuzz-programs: $(fuzz_programs)
fuzz:
	@tests/packages fuzz
	@$(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)/fuzz-fast CFLAGS='-O2 -g -fsanitize=fuzzer-no-link' fuzz-programs
	@$(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)/fuzz \
	  CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer' fuzz-programs
	@tests/fuzz/run $(BUILD)/fuzz-fast $(BUILD)/fuzz $(FUZZ_SECONDS)

# Every system call of a build fails or is its last, at every one, and edits by SEED; minutes.
SEED ?= 1
.PHONY: torture
torture: program
	@tests/robust/test-faults $(BUILD)/loa --all $(SEED)

# Made-up leaflets of all densities: each on two full sides. “make test” has a sample of them.
.PHONY: fit
fit: program
	@tests/print/test-fit $(BUILD)/loa --all $(SEED)

.PHONY: rooms
rooms:
	@for test in tests/rooms/test-*; do $$test || exit 1; done

# MUTANTS changes in src/, one at a time, drawn by SEED: which of them does no test notice?
MUTANTS ?= 200
.PHONY: mutate
mutate: program $(BUILD)/test-packages
	@tests/mutate $(MUTANTS) $(SEED)

# Takes the messages of the sources over into po/: new ones untranslated, old ones out. Without places and dates, so
# that a difference is a difference in words.
.PHONY: messages
messages:
	@mkdir -p $(BUILD)
	@xgettext --language=C --from-code=UTF-8 --keyword --keyword=_ --keyword=N_ --keyword=ngettext:1,2 \
	  --no-location --output=$(BUILD)/loa.pot $(sources) $(included)
	@sed -i '/^"POT-Creation-Date:/d' $(BUILD)/loa.pot
	@for po in po/*.po; do \
	  msgmerge --quiet --no-fuzzy-matching --no-location --output-file=$(BUILD)/merged.po $$po $(BUILD)/loa.pot && \
	  msgattrib --no-obsolete --width=100 --output-file=$(BUILD)/merged.po $(BUILD)/merged.po && \
	  { cmp -s $(BUILD)/merged.po $$po || cp $(BUILD)/merged.po $$po; } || exit 1; done

# Writes anew what tests compare with what was there; read the difference before you commit it.
.PHONY: bless
bless: program
	@for test in golden/test-golden golden/test-commands spec/test-said print/test-painted; do \
	  BLESS=1 tests/$$test $(BUILD)/loa || exit 1; done

.PHONY: bench
bench: program
	@tests/packages bench
	@bench/run $(BUILD)
	@bench/serve $(BUILD)
	@bench/search $(BUILD)
	@bench/paper $(BUILD)
	@bench/pictures $(BUILD)

.PHONY: format
format:
	@clang-format -i $$(find src tests bench -name '*.[ch]')

# --- into the system ------------------------------------------------------------------------------

# Manuals, the sample site and the templates go to share/, beside the messages.
SHARE := $(DESTDIR)$(PREFIX)/share
manuals := $(sort $(wildcard docs/*.md docs/vi/*.md docs/en/*.md docs/vi/hinh/*.png docs/*.png))
samples := $(sort $(shell find content static templates -type f))

.PHONY: install
install: program
	install -D -m 755 $(BUILD)/loa $(DESTDIR)$(PREFIX)/bin/loa
	install -D -m 644 docs/loa.1 $(SHARE)/man/man1/loa.1
	install -D -m 644 docs/loa.vi.1 $(SHARE)/man/vi/man1/loa.1
	install -D -m 644 docs/loa.bash $(SHARE)/bash-completion/completions/loa
	for file in $(messages:$(BUILD)/%=%); do \
	  install -D -m 644 $(BUILD)/$$file $(SHARE)/$$file || exit 1; done
	for file in $(manuals:docs/%=%); do install -D -m 644 docs/$$file $(SHARE)/doc/loa/$$file || exit 1; done
	for file in $(samples); do install -D -m 644 $$file $(SHARE)/loa/sample/$$file || exit 1; done
	for file in loa-build.service loa-build.path loa-build.timer nginx.conf apache.conf; do \
	  install -D -m 644 docs/server/$$file $(SHARE)/loa/server/$$file || exit 1; done

.PHONY: uninstall
uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,bin/loa share/man/man1/loa.1 share/man/vi/man1/loa.1 share/bash-completion/completions/loa $(messages:$(BUILD)/%=share/%))
	rm -rf $(SHARE)/loa $(SHARE)/doc/loa

# --- releases -------------------------------------------------------------------------------------
# What is committed, in one archive that is the same whoever makes it; the package for Debian is made from it.

dist := $(BUILD)/dist/loa-$(VERSION)

.PHONY: dist
dist:
	@mkdir -p $(BUILD)/dist
	@git archive --format=tar --prefix=loa-$(VERSION)/ HEAD | gzip -9n >$(dist).tar.gz
	@cd $(BUILD)/dist && sha256sum loa-$(VERSION).tar.gz >SHA256SUMS && cat SHA256SUMS

.PHONY: deb
deb: dist
	@tests/packages deb
	@rm -rf $(BUILD)/deb && mkdir -p $(BUILD)/deb && tar -xzf $(dist).tar.gz -C $(BUILD)/deb
	@cp -r $(BUILD)/deb/loa-$(VERSION)/docs/debian $(BUILD)/deb/loa-$(VERSION)/debian
	@printf 'loa (%s) unstable; urgency=medium\n\n  * Release.\n\n -- The loa developers <loa@packages.invalid>  %s\n' \
	  '$(VERSION)' "$$(git log -1 --format=%cD)" >$(BUILD)/deb/loa-$(VERSION)/debian/changelog
	@cd $(BUILD)/deb/loa-$(VERSION) && SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) dpkg-buildpackage -b -us -uc >../log 2>&1 || { tail -30 ../log; exit 1; }
	@ls $(BUILD)/deb/loa_*.deb
	@lintian --fail-on error,warning $(BUILD)/deb/loa_*.deb

# Root and a network: a bare Debian 12 gets the package, makes a site, and keeps it made under systemd.
.PHONY: test-deb
test-deb: deb
	@tests/deb/install $(BUILD)

# The pictures of the manual, from the sample site.
.PHONY: manual-pictures
manual-pictures: program
	@docs/manual-pictures $(BUILD)/loa

.PHONY: clean
clean:
	rm -rf $(BUILD) out .out.loa

.PHONY: help
help:
	@echo 'make            build the program, and with it the sample site into out/'
	@echo 'make program    build the program alone'
	@echo 'make test       all tests; make unit: the unit tests alone'
	@echo 'make asan       all tests under sanitizers'
	@echo 'make tsan       builds on several threads, watched for races (ThreadSanitizer)'
	@echo 'make fuzz       attack every parser for FUZZ_SECONDS ($(FUZZ_SECONDS)) with made-up input'
	@echo 'make torture    all faults, kills and power cuts, with edits by SEED ($(SEED))'
	@echo 'make fit        leaflets of all densities: do they come out on two full sides?'
	@echo 'make rooms      check that no room looks where it may not, and that headers and unit programs are there'
	@echo 'make mutate     change src/ in MUTANTS ($(MUTANTS)) places drawn by SEED ($(SEED)): do tests notice?'
	@echo 'make messages   take new messages over into po/, to be translated there'
	@echo 'make bless      write the expected outputs of the tests anew'
	@echo 'make bench      measure, beside others'
	@echo 'make format     lay out the code (clang-format)'
	@echo 'make install    install below PREFIX ($(PREFIX)), DESTDIR is honoured'
	@echo 'make uninstall  remove from there what was installed'
	@echo 'make dist       the sources in one archive, the same bytes every time, with SHA256SUMS'
	@echo 'make deb        the package for Debian; make test-deb installs it on a bare one (root, network)'
	@echo 'make manual-pictures  the pictures of the manual'
	@echo 'make clean      remove what was made'

-include $(objects:.o=.d) $(unit_programs:=.d) $(sheets).d $(tables).d $(fuzz_programs:=.d)

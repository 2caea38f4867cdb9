# SPDX-License-Identifier: MIT
# loa: make, make test, make install. `make help` lists the rest.

CC ?= gcc
BUILD ?= build
PREFIX ?= /usr/local
VERSION := 0.1.0

PACKAGES := glib-2.0 libcmark yaml-0.1 libqrencode libxml-2.0
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes
CFLAGS ?= -O2 -g
override CFLAGS += -std=gnu11 $(WARNINGS) $(WERROR) -Isrc -I$(BUILD) $(shell pkg-config --cflags $(PACKAGES)) \
  -DLOA_VERSION='"$(VERSION)"' -DGETTEXT_PACKAGE='"loa"'
LDLIBS := $(shell pkg-config --libs $(PACKAGES)) -lm

/* SPDX-License-Identifier: MIT */
#include "online/visit.h"

#include "online/curl.h"

#include <netinet/in.h>
#include <unistd.h>

#define MOST_BYTES 65536 /* of a page: that it begins to come is enough */
#define CONNECT_SECONDS 5

gboolean
visit_is_possible (void)
{
  return curl_library () != NULL;
}

/* --- where it may go --- */

static gboolean
is_public_v4 (guint32 address)
{
  static const struct {
    guint32 network;
    guint bits;
  } inner[] = {
    { 0x00000000, 8 },  /* this network */
    { 0x0A000000, 8 },  /* private */
    { 0x64400000, 10 }, /* between a provider and its customers */
    { 0x7F000000, 8 },  /* this machine */
    { 0xA9FE0000, 16 }, /* link-local, where clouds keep their keys */
    { 0xAC100000, 12 }, /* private */
    { 0xC0000000, 24 }, /* protocols */
    { 0xC0A80000, 16 }, /* private */
    { 0xC6120000, 15 }, /* measurements */
    { 0xE0000000, 3 },  /* groups, and what is reserved */
  };

  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    if ((address ^ inner[i].network) >> (32 - inner[i].bits) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_public_v6 (const struct in6_addr *address)
{
  const guint8 *bytes = address->s6_addr;

  if (IN6_IS_ADDR_V4MAPPED (address))
    return is_public_v4 ((guint32) bytes[12] << 24 | (guint32) bytes[13] << 16
                         | (guint32) bytes[14] << 8 | bytes[15]);
  return (bytes[0] & 0xE0) == 0x20; /* global unicast */
}

gboolean
visit_is_public (const struct sockaddr *address)
{
  if (address->sa_family == AF_INET)
    return is_public_v4 (
      ntohl (((const struct sockaddr_in *) (const void *) address)->sin_addr.s_addr));
  return address->sa_family == AF_INET6
         && is_public_v6 (&((const struct sockaddr_in6 *) (const void *) address)->sin6_addr);
}

/* The proxy that all questions go through, or NULL. It stands inside by its nature, and decides
 * itself where it goes. */
static const char *
find_proxy (void)
{
  static const char *const names[] = { "https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy",
                                       "ALL_PROXY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_getenv (names[i]) && *g_getenv (names[i]))
      return g_getenv (names[i]);
  return NULL;
}

/* Looked at when the connection is made, so that a name that leads inside, or a redirection to one,
 * gets no further. */
static curl_socket_t
open_socket (gpointer data, curlsocktype purpose, struct curl_sockaddr *address)
{
  gboolean *is_inside = data;

  if (purpose != CURLSOCKTYPE_IPCXN || !(find_proxy () || visit_is_public (&address->addr))) {
    *is_inside = TRUE;
    return CURL_SOCKET_BAD;
  }
  return socket (address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* --- asking --- */

static size_t
count_bytes (G_GNUC_UNUSED char *bytes, size_t size, size_t n, gpointer data)
{
  gsize *length = data;

  *length += size * n;
  return *length <= MOST_BYTES ? size * n : 0; /* 0 ends it */
}

Visit
visit_of_status (guint status)
{
  if (status == 404 || status == 410)
    return VISIT_GONE;
  /* Who wants a name, or no machines, is there. */
  return status >= 500 || status == 0 ? VISIT_SILENT : VISIT_GOOD;
}

static Visit
visit_of_result (CURLcode result, guint status, gboolean is_inside)
{
  if (is_inside)
    return VISIT_INSIDE;
  switch (result) {
  case CURLE_OK:
  case CURLE_WRITE_ERROR: /* enough of it came */
    return visit_of_status (status);
  case CURLE_COULDNT_RESOLVE_HOST:
    return VISIT_NO_HOST;
  case CURLE_PEER_FAILED_VERIFICATION:
    return VISIT_CERTIFICATE;
  default:
    return VISIT_SILENT;
  }
}

static void
set_options (const Curl *curl, CURL *handle, const char *url, guint seconds)
{
  curl->curl_easy_setopt (handle, CURLOPT_URL, url);
  curl->curl_easy_setopt (handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl->curl_easy_setopt (handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl->curl_easy_setopt (handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl->curl_easy_setopt (handle, CURLOPT_MAXREDIRS, 5L);
  /* All of them, or a host that goes past the proxy would not be looked at. */
  curl->curl_easy_setopt (handle, CURLOPT_PROXY, find_proxy () ? find_proxy () : "");
  curl->curl_easy_setopt (handle, CURLOPT_NOPROXY, "");
  curl->curl_easy_setopt (handle, CURLOPT_NETRC, (long) CURL_NETRC_IGNORED);
  curl->curl_easy_setopt (handle, CURLOPT_NOSIGNAL, 1L);
  curl->curl_easy_setopt (handle, CURLOPT_CONNECTTIMEOUT, (long) CONNECT_SECONDS);
  curl->curl_easy_setopt (handle, CURLOPT_TIMEOUT, (long) seconds);
  curl->curl_easy_setopt (handle, CURLOPT_USERAGENT, "loa/" LOA_VERSION " (link check)");
}

static Visit
ask (const Curl *curl, const char *url, guint seconds, gboolean head_only)
{
  gboolean is_inside = FALSE;
  gsize length = 0;
  long status = 0;
  CURL *handle = curl->curl_easy_init ();

  if (handle == NULL)
    return VISIT_SILENT;
  set_options (curl, handle, url, seconds);
  curl->curl_easy_setopt (handle, CURLOPT_NOBODY, head_only ? 1L : 0L);
  curl->curl_easy_setopt (handle, CURLOPT_WRITEFUNCTION, count_bytes);
  curl->curl_easy_setopt (handle, CURLOPT_WRITEDATA, &length);
  curl->curl_easy_setopt (handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl->curl_easy_setopt (handle, CURLOPT_OPENSOCKETDATA, &is_inside);
  CURLcode result = curl->curl_easy_perform (handle);
  curl->curl_easy_getinfo (handle, CURLINFO_RESPONSE_CODE, &status);
  curl->curl_easy_cleanup (handle);
  return visit_of_result (result, (guint) status, is_inside);
}

Visit
visit_url (const char *url, guint seconds)
{
  const Curl *curl = curl_library ();

  if (curl == NULL)
    return VISIT_SILENT;
  Visit visit = ask (curl, url, seconds, TRUE);
  /* Some hosts do not like to be asked for the head alone. */
  return visit == VISIT_GONE || visit == VISIT_SILENT ? ask (curl, url, seconds, FALSE) : visit;
}

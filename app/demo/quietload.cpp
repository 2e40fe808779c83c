// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// cpp-httplib sets up OpenSSL as it is loaded: in every window and every command, before main(), though few of them
// ever open a demo tenant. That reads OpenSSL's configuration and takes a millisecond of each start.
//
// An executable's own function goes before a library's. This one lets that early call pass without an effect; all
// later ones reach OpenSSL, which since 1.1.0 needs none of them: it sets itself up when it is first used.

#include <openssl/ssl.h>

#include <dlfcn.h>

namespace {

// The executable's own initialisers run after those of all libraries it is linked with.
struct LoadingEnd
{
    static inline constinit bool isReached = false;
    LoadingEnd() { isReached = true; }
};
const LoadingEnd loadingEnd;

} // namespace

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): OpenSSL's are opts and unused names
extern "C" __attribute__((visibility("default"))) int OPENSSL_init_ssl(
    uint64_t options, const OPENSSL_INIT_SETTINGS *settings)
{
    if (!LoadingEnd::isReached)
        return 1;
    static const auto next = reinterpret_cast<decltype(&OPENSSL_init_ssl)>(
        ::dlsym(RTLD_NEXT, "OPENSSL_init_ssl"));
    return next ? next(options, settings) : 0;
}

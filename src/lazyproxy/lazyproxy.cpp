// SPDX-License-Identifier: GPL-3.0-or-later
// The library libproxy.so.1, loaded when somebody asks for a proxy.
//
// QtNetwork links it, and it brings curl, GnuTLS, GLib and a JavaScript engine: forty libraries, which take a third of the time from the start of
// policydeskctl to its end, and of the window to its first pixel, for a question that most runs never ask. This one has its name and its functions,
// is found first by our programs (their run path), and passes everything on to the real one. Where it is missing the real one is found as ever.
#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <mutex>

struct pxProxyFactory_;

namespace {

using Factory = pxProxyFactory_;

struct Libproxy {
    Factory *(*make)() = nullptr;
    Factory *(*copy)(Factory *) = nullptr;
    char **(*proxies)(Factory *, const char *) = nullptr;
    void (*free)(Factory *) = nullptr;
};

template <typename F>
void find(void *library, const char *name, F *&function)
{
    function = reinterpret_cast<F *>(dlsym(library, name));
}

const Libproxy &real()
{
    static const Libproxy functions = [] {
        Libproxy found;
        // By its path: by its name alone it would be this one.
        if (void *library = dlopen(PD_LIBPROXY, RTLD_NOW | RTLD_LOCAL)) {
            find(library, "px_proxy_factory_new", found.make);
            find(library, "px_proxy_factory_copy", found.copy);
            find(library, "px_proxy_factory_get_proxies", found.proxies);
            find(library, "px_proxy_factory_free", found.free);
        }
        return found;
    }();
    return functions;
}

/// What libproxy itself answers where nothing is configured. The caller frees it, item by item.
char **direct()
{
    auto **answer = static_cast<char **>(std::calloc(2, sizeof(char *)));
    if (answer)
        answer[0] = ::strdup("direct://");
    return answer;
}

} // namespace

extern "C" {

[[gnu::visibility("default")]] Factory *px_proxy_factory_new()
{
    return real().make ? real().make() : nullptr;
}

[[gnu::visibility("default")]] Factory *px_proxy_factory_copy(Factory *factory)
{
    return factory && real().copy ? real().copy(factory) : nullptr;
}

[[gnu::visibility("default")]] char **px_proxy_factory_get_proxies(Factory *factory, const char *url)
{
    return factory && real().proxies ? real().proxies(factory, url) : direct();
}

[[gnu::visibility("default")]] void px_proxy_factory_free_proxies(char **proxies)
{
    for (char **proxy = proxies; proxy && *proxy; ++proxy)
        std::free(*proxy);
    std::free(proxies);
}

[[gnu::visibility("default")]] void px_proxy_factory_free(Factory *factory)
{
    if (factory && real().free)
        real().free(factory);
}
}

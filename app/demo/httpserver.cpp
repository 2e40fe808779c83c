// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/httpserver.h"

#include "app/demo/connectionthreads.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Tenantscope::Demo {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds keepAlive = 75s;
constexpr std::chrono::seconds readTime = 30s;
constexpr size_t largestBody = 1024 * 1024;

template<auto function>
struct FreeBy
{
    template<typename T>
    void operator()(T *handle) const
    {
        function(handle);
    }
};
using Bio = std::unique_ptr<BIO, FreeBy<BIO_free>>;

Bio bioOf(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

Request request(const httplib::Request &from)
{
    const QByteArray target = QByteArray::fromStdString(from.target);
    const qsizetype end = target.indexOf('?');
    return {
        .method = QByteArray::fromStdString(from.method),
        .path = end < 0 ? target : target.first(end),
        .query = end < 0 ? QByteArray() : target.sliced(end + 1),
        .contentType = QByteArray::fromStdString(from.get_header_value("Content-Type")),
        .authorization = QByteArray::fromStdString(from.get_header_value("Authorization")),
        .body = QByteArray::fromStdString(from.body)};
}

void fill(httplib::Response &response, const Answer &answer)
{
    response.status = answer.status;
    response.set_content(
        answer.body.constData(), static_cast<size_t>(answer.body.size()),
        answer.contentType.toStdString());
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
}

} // namespace

void FreeTlsContext::operator()(SSL_CTX *context) const
{
    SSL_CTX_free(context);
}

TlsContext makeTlsContext(const ServerIdentity &identity)
{
    TlsContext context(SSL_CTX_new(TLS_server_method()));
    const Bio certificateBio = bioOf(identity.certificate);
    const Bio keyBio = bioOf(identity.privateKey);
    const std::unique_ptr<X509, FreeBy<X509_free>> certificate(
        PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<EVP_PKEY, FreeBy<EVP_PKEY_free>> key(
        PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    const bool isUsable = context && certificate && key
        && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1
        && SSL_CTX_use_certificate(context.get(), certificate.get()) == 1
        && SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1;
    return isUsable ? std::move(context) : nullptr;
}

HttpServer::HttpServer(SSL_CTX *tls, const Listener::Handler &handler)
    : m_tls(tls)
{
    const Handler forward = [handler](const httplib::Request &from, httplib::Response &response) {
        fill(response, handler(request(from)));
    };
    constexpr char anyPath[] = R"([\s\S]*)";
    Get(anyPath, forward); // HEAD too
    Post(anyPath, forward);
    Put(anyPath, forward);
    Patch(anyPath, forward);
    Delete(anyPath, forward);
    Options(anyPath, forward);

    // The library's default sets SO_REUSEPORT, with which a second server takes the same port unnoticed.
    set_socket_options([](socket_t descriptor) {
        const int yes = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_tcp_nodelay(true);
    set_keep_alive_max_count(1'000'000'000);
    set_keep_alive_timeout(keepAlive.count());
    set_read_timeout(readTime);
    set_write_timeout(readTime);
    set_payload_max_length(largestBody);
    new_task_queue = [this] { // called once it accepts
        m_started.set_value();
        return new ConnectionThreads; // NOLINT: the library deletes it
    };
}

HttpServer::~HttpServer()
{
    m_sockets.shutAll();
    stop();
    if (m_thread.joinable())
        m_thread.join();
}

quint16 HttpServer::bind(const char *address, quint16 port)
{
    if (port == 0) {
        const int any = bind_to_any_port(address);
        return any > 0 ? static_cast<quint16>(any) : quint16(0);
    }
    return bind_to_port(address, port) ? port : quint16(0);
}

void HttpServer::run()
{
    m_thread = std::thread([this] { listen_after_bind(); });
    m_started.get_future().wait();
}

bool HttpServer::process_and_close_socket(socket_t descriptor)
{
    m_sockets.add(descriptor);
    const int yes = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (m_tls) {
        const std::unique_ptr<SSL, FreeBy<SSL_free>> tls(SSL_new(m_tls));
        if (tls && SSL_set_fd(tls.get(), descriptor) == 1 && SSL_accept(tls.get()) == 1) {
            serve(descriptor, tls.get());
            SSL_shutdown(tls.get());
        }
        ERR_clear_error();
    } else {
        serve(descriptor, nullptr);
    }
    m_sockets.remove(descriptor);
    ::shutdown(descriptor, SHUT_RDWR);
    ::close(descriptor);
    return true;
}

void HttpServer::serve(int descriptor, SSL *tls)
{
    Connection connection(descriptor, tls);
    bool isClosed = false;
    while (!isClosed && connection.waitForRequest(keepAlive)) {
        if (!process_request(connection, false, isClosed, nullptr))
            return;
    }
}

} // namespace Tenantscope::Demo

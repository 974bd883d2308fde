// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/credentials.h"
#include "models/traffic/requesttext.h"
#include "models/traffic/shellwords.h"
#include "models/traffic/urltext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace meshdraft::traffic {
namespace {

/// What an option means here.
enum class Option : std::uint8_t {
    Ignored, ///< says nothing about the request's way
    IgnoredValue, ///< the same, with a value
    Method,
    Header,
    Data,
    DataUrlEncoded,
    Json,
    Form,
    Upload,
    Get,
    Head,
    User,
    Bearer,
    Cookie,
    Agent,
    Referer,
    Resolve,
    ConnectTo,
    Url,
    RequestTarget,
    Http1,
    Http2,
    Next,
};

struct Spelling {
    char letter; ///< '\0': long only
    std::string_view name;
    Option option;
};

constexpr bool takesValue(Option option)
{
    return option != Option::Ignored && option != Option::Get && option != Option::Head && option != Option::Http1
        && option != Option::Http2 && option != Option::Next;
}

// curl.se/docs/manpage.html
constexpr auto spellings = std::to_array<Spelling>({
    {'X', "request", Option::Method},
    {'H', "header", Option::Header},
    {'d', "data", Option::Data},
    {'\0', "data-ascii", Option::Data},
    {'\0', "data-raw", Option::Data},
    {'\0', "data-binary", Option::Data},
    {'\0', "data-urlencode", Option::DataUrlEncoded},
    {'\0', "json", Option::Json},
    {'F', "form", Option::Form},
    {'\0', "form-string", Option::Form},
    {'T', "upload-file", Option::Upload},
    {'G', "get", Option::Get},
    {'I', "head", Option::Head},
    {'u', "user", Option::User},
    {'\0', "oauth2-bearer", Option::Bearer},
    {'b', "cookie", Option::Cookie},
    {'A', "user-agent", Option::Agent},
    {'e', "referer", Option::Referer},
    {'\0', "resolve", Option::Resolve},
    {'\0', "connect-to", Option::ConnectTo},
    {'\0', "url", Option::Url},
    {'\0', "request-target", Option::RequestTarget},
    {'0', "http1.0", Option::Http1},
    {'\0', "http1.1", Option::Http1},
    {'\0', "http2", Option::Http2},
    {'\0', "http2-prior-knowledge", Option::Http2},
    {'\0', "http3", Option::Http2},
    {':', "next", Option::Next},
    {'k', "insecure", Option::Ignored},
    {'s', "silent", Option::Ignored},
    {'S', "show-error", Option::Ignored},
    {'v', "verbose", Option::Ignored},
    {'i', "include", Option::Ignored},
    {'i', "show-headers", Option::Ignored},
    {'L', "location", Option::Ignored},
    {'\0', "location-trusted", Option::Ignored},
    {'f', "fail", Option::Ignored},
    {'\0', "fail-with-body", Option::Ignored},
    {'\0', "fail-early", Option::Ignored},
    {'g', "globoff", Option::Ignored},
    {'N', "no-buffer", Option::Ignored},
    {'n', "netrc", Option::Ignored},
    {'O', "remote-name", Option::Ignored},
    {'J', "remote-header-name", Option::Ignored},
    {'j', "junk-session-cookies", Option::Ignored},
    {'a', "append", Option::Ignored},
    {'q', "disable", Option::Ignored},
    {'#', "progress-bar", Option::Ignored},
    {'4', "ipv4", Option::Ignored},
    {'6', "ipv6", Option::Ignored},
    {'1', "tlsv1", Option::Ignored},
    {'\0', "tlsv1.0", Option::Ignored},
    {'\0', "tlsv1.1", Option::Ignored},
    {'\0', "tlsv1.2", Option::Ignored},
    {'\0', "tlsv1.3", Option::Ignored},
    {'\0', "compressed", Option::Ignored},
    {'\0', "path-as-is", Option::Ignored},
    {'\0', "no-progress-meter", Option::Ignored},
    {'\0', "no-keepalive", Option::Ignored},
    {'\0', "no-alpn", Option::Ignored},
    {'\0', "raw", Option::Ignored},
    {'\0', "anyauth", Option::Ignored},
    {'\0', "basic", Option::Ignored},
    {'\0', "digest", Option::Ignored},
    {'\0', "negotiate", Option::Ignored},
    {'\0', "ssl", Option::Ignored},
    {'\0', "ssl-reqd", Option::Ignored},
    {'\0', "tcp-nodelay", Option::Ignored},
    {'\0', "tcp-fastopen", Option::Ignored},
    {'\0', "retry-connrefused", Option::Ignored},
    {'\0', "retry-all-errors", Option::Ignored},
    {'\0', "styled-output", Option::Ignored},
    {'\0', "create-dirs", Option::Ignored},
    {'\0', "trace-time", Option::Ignored},
    {'\0', "parallel", Option::Ignored},
    {'\0', "post301", Option::Ignored},
    {'\0', "post302", Option::Ignored},
    {'\0', "post303", Option::Ignored},
    {'\0', "haproxy-protocol", Option::Ignored},
    {'o', "output", Option::IgnoredValue},
    {'\0', "output-dir", Option::IgnoredValue},
    {'w', "write-out", Option::IgnoredValue},
    {'m', "max-time", Option::IgnoredValue},
    {'\0', "connect-timeout", Option::IgnoredValue},
    {'\0', "retry", Option::IgnoredValue},
    {'\0', "retry-delay", Option::IgnoredValue},
    {'\0', "retry-max-time", Option::IgnoredValue},
    {'\0', "max-redirs", Option::IgnoredValue},
    {'\0', "max-filesize", Option::IgnoredValue},
    {'\0', "limit-rate", Option::IgnoredValue},
    {'\0', "keepalive-time", Option::IgnoredValue},
    {'\0', "cacert", Option::IgnoredValue},
    {'\0', "capath", Option::IgnoredValue},
    {'E', "cert", Option::IgnoredValue},
    {'\0', "cert-type", Option::IgnoredValue},
    {'\0', "key", Option::IgnoredValue},
    {'\0', "key-type", Option::IgnoredValue},
    {'\0', "pass", Option::IgnoredValue},
    {'\0', "ciphers", Option::IgnoredValue},
    {'\0', "tls13-ciphers", Option::IgnoredValue},
    {'\0', "tls-max", Option::IgnoredValue},
    {'\0', "pinnedpubkey", Option::IgnoredValue},
    {'\0', "interface", Option::IgnoredValue},
    {'\0', "dns-servers", Option::IgnoredValue},
    {'\0', "doh-url", Option::IgnoredValue},
    {'\0', "unix-socket", Option::IgnoredValue},
    {'\0', "noproxy", Option::IgnoredValue},
    {'\0', "proxy-header", Option::IgnoredValue},
    {'U', "proxy-user", Option::IgnoredValue},
    {'x', "proxy", Option::IgnoredValue},
    {'c', "cookie-jar", Option::IgnoredValue},
    {'D', "dump-header", Option::IgnoredValue},
    {'K', "config", Option::IgnoredValue},
    {'r', "range", Option::IgnoredValue},
    {'z', "time-cond", Option::IgnoredValue},
    {'y', "speed-time", Option::IgnoredValue},
    {'Y', "speed-limit", Option::IgnoredValue},
    {'\0', "stderr", Option::IgnoredValue},
    {'\0', "trace", Option::IgnoredValue},
    {'\0', "trace-ascii", Option::IgnoredValue},
    {'\0', "aws-sigv4", Option::IgnoredValue},
    {'\0', "variable", Option::IgnoredValue},
    {'\0', "url-query", Option::IgnoredValue},
});

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.remove_suffix(1);
    return text;
}

class CurlReader {
public:
    CurlReader(std::string_view text, std::vector<ShellWord> words)
        : m_text(text)
        , m_words(std::move(words))
    {
    }

    Expected<PastedRequest> run()
    {
        const auto command = std::ranges::find_if(m_words, [](const ShellWord& word) {
            return word.text == "curl" || word.text.ends_with("/curl") || word.text == "curl.exe";
        });
        if (command == m_words.end())
            return std::unexpected(Error{.code = "paste.notCurl", .args = {}, .where = {}});
        m_at = static_cast<std::size_t>(command - m_words.begin());
        readCaller();
        for (++m_at; m_at < m_words.size() && !m_isOver; ++m_at) {
            if (auto read = readWord(); !read)
                return std::unexpected(read.error());
        }
        return finish();
    }

private:
    Error error(const char* code, std::vector<std::string> args, std::size_t offset) const
    {
        return {.code = code, .args = std::move(args), .where = locateIn(m_text, offset)};
    }

    /// "kubectl exec deploy/web -n shop -- curl": the workload that calls.
    void readCaller()
    {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kinds{{
            {"deploy", "Deployment"},
            {"deployment", "Deployment"},
            {"deployments", "Deployment"},
            {"statefulset", "StatefulSet"},
            {"sts", "StatefulSet"},
            {"daemonset", "DaemonSet"},
            {"ds", "DaemonSet"},
            {"job", "Job"},
        }};
        Origin from{Origin::Kind::Workload, "default", {}, {}};
        bool isExec = false;
        for (std::size_t i = 0; i < m_at; ++i) {
            const std::string& word = m_words[i].text;
            isExec = isExec || word == "exec";
            if ((word == "-n" || word == "--namespace") && i + 1 < m_at) {
                from.ns = m_words[++i].text;
            } else if (word.starts_with("--namespace=") || word.starts_with("-n=")) {
                from.ns = word.substr(word.find('=') + 1);
            } else if (const auto slash = word.find('/'); slash != std::string::npos) {
                const auto* const kind =
                    std::ranges::find(kinds, word.substr(0, slash), [](const auto& pair) { return pair.first; });
                if (kind != kinds.end()) {
                    from.workloadKind = kind->second;
                    from.name = word.substr(slash + 1);
                }
            }
        }
        if (isExec && !from.name.empty())
            m_result.request.from = std::move(from);
    }

    Expected<void> readWord()
    {
        const ShellWord& word = m_words[m_at];
        if (m_optionsAreOver || word.text.size() < 2 || word.text.front() != '-')
            return takeUrl(word);
        if (word.text == "--") {
            m_optionsAreOver = true;
            return {};
        }
        return word.text.starts_with("--") ? readLong(word) : readLetters(word);
    }

    Expected<void> readLong(const ShellWord& word)
    {
        // "--no-…" and "--option=value" are not curl's, but the latter is what people write for some tools
        const std::string_view name = std::string_view(word.text).substr(2);
        const auto* found = std::ranges::find(spellings, name, &Spelling::name);
        if (found == spellings.end() && name.starts_with("no-"))
            found = std::ranges::find(spellings, name.substr(3), &Spelling::name);
        if (found == spellings.end())
            return std::unexpected(error("paste.option", {word.text}, word.offset));
        if (!takesValue(found->option))
            return apply(found->option, {}, word);
        if (m_at + 1 >= m_words.size())
            return std::unexpected(error("paste.optionValue", {word.text}, word.offset));
        ++m_at;
        return apply(found->option, m_words[m_at].text, word);
    }

    Expected<void> readLetters(const ShellWord& word)
    {
        for (std::size_t i = 1; i < word.text.size(); ++i) {
            const auto* const found = std::ranges::find(spellings, word.text[i], &Spelling::letter);
            if (found == spellings.end())
                return std::unexpected(error("paste.option", {std::string("-") + word.text[i]}, word.offset));
            if (!takesValue(found->option)) {
                if (auto done = apply(found->option, {}, word); !done)
                    return done;
                continue;
            }
            if (i + 1 < word.text.size())
                return apply(found->option, word.text.substr(i + 1), word);
            if (m_at + 1 >= m_words.size())
                return std::unexpected(error("paste.optionValue", {std::string("-") + word.text[i]}, word.offset));
            ++m_at;
            return apply(found->option, m_words[m_at].text, word);
        }
        return {};
    }

    Expected<void> apply(Option option, const std::string& value, const ShellWord& word)
    {
        switch (option) {
        case Option::Ignored:
            m_result.ignored.push_back(word.text);
            break;
        case Option::IgnoredValue:
            // the value may be a password or a key
            m_result.ignored.push_back(word.text.starts_with("--") ? word.text : word.text.substr(0, 2));
            break;
        case Option::Method:
            m_method = value;
            break;
        case Option::Header:
            addHeader(value);
            break;
        case Option::Data:
            addData(value);
            break;
        case Option::DataUrlEncoded:
            addData(urlEncodedData(value));
            break;
        case Option::Json:
            m_hasBody = true;
            setDefault("content-type", "application/json");
            setDefault("accept", "application/json");
            break;
        case Option::Form:
            m_hasBody = true;
            m_isForm = true;
            break;
        case Option::Upload:
            m_isUpload = true;
            break;
        case Option::Get:
            m_isGet = true;
            break;
        case Option::Head:
            m_isHead = true;
            break;
        case Option::User:
            setHeader("authorization", "Basic x");
            break;
        case Option::Bearer:
            setHeader("authorization", "Bearer " + value);
            break;
        case Option::Cookie:
            // without "=" it is the name of a file
            setHeader("cookie", value);
            break;
        case Option::Agent:
            setHeader("user-agent", value);
            break;
        case Option::Referer:
            setHeader("referer", value);
            break;
        case Option::Resolve:
            m_resolve.push_back(value);
            break;
        case Option::ConnectTo:
            m_connectTo.push_back(value);
            break;
        case Option::Url:
            return takeUrl(m_words[m_at]);
        case Option::RequestTarget:
            m_target = value;
            break;
        case Option::Http1:
            m_result.request.protocol = Protocol::Http;
            break;
        case Option::Http2:
            m_result.request.protocol = Protocol::Http2;
            break;
        case Option::Next:
            m_isOver = true;
            break;
        }
        return {};
    }

    Expected<void> takeUrl(const ShellWord& word)
    {
        if (m_url != nullptr)
            return std::unexpected(error("paste.severalUrls", {withoutUserInfo(word.text)}, word.offset));
        m_url = &word;
        return {};
    }

    void setHeader(const std::string& name, std::string value)
    {
        m_result.request.headers.erase(name);
        m_result.request.headers.emplace(name, std::move(value));
    }

    void setDefault(const std::string& name, std::string value)
    {
        if (!m_result.request.headers.contains(name))
            m_result.request.headers.emplace(name, std::move(value));
    }

    void addHeader(std::string_view text)
    {
        // "name;" sends a header without a value, "name:" takes one of curl's own out
        const auto end = text.find_first_of(":;");
        if (end == std::string_view::npos || end == 0)
            return;
        const std::string name = lower(trimmed(text.substr(0, end)));
        const std::string_view value = trimmed(text.substr(end + 1));
        if (text[end] == ':' && value.empty()) {
            m_result.request.headers.erase(name);
        } else {
            m_result.request.headers.emplace(name, value);
        }
    }

    void addData(std::string_view data)
    {
        m_hasBody = true;
        m_data += m_data.empty() ? "" : "&";
        m_data += data;
    }

    /// "name=content", "=content", "content"; what stands in files is not known.
    static std::string urlEncodedData(std::string_view value)
    {
        const auto equals = value.find('=');
        if (equals != std::string_view::npos) {
            const std::string name(value.substr(0, equals));
            return (name.empty() ? "" : name + "=") + percentEncoded(value.substr(equals + 1));
        }
        if (const auto at = value.find('@'); at != std::string_view::npos)
            return at == 0 ? std::string() : std::string(value.substr(0, at)) + "=";
        return percentEncoded(value);
    }

    Expected<PastedRequest> finish()
    {
        if (m_url == nullptr)
            return std::unexpected(Error{.code = "paste.noUrl", .args = {}, .where = {}});
        if (!m_url->substitution.empty()) {
            return std::unexpected(error("paste.substitution", {m_url->substitution}, m_url->offset));
        }
        auto url = parseUrl(m_url->text);
        if (!url) {
            url.error().where = locateIn(m_text, m_url->offset);
            return std::unexpected(url.error());
        }
        Request& request = m_result.request;
        if (request.from.name.empty())
            request.from.kind = Origin::Kind::Outside;
        request.host = url->host;
        request.port = url->port;
        request.tls = url->isTls ? CallerTls::Tls : CallerTls::None;
        request.path = url->path;
        addQuery(request.query, url->query);
        if (m_isGet)
            addQuery(request.query, m_data);
        if (!m_target.empty()) {
            const auto mark = m_target.find('?');
            request.path = m_target.substr(0, mark);
            request.query.clear();
            addQuery(request.query,
                     mark == std::string::npos ? std::string_view() : std::string_view(m_target).substr(mark + 1));
        }
        if (url->hasUserInfo)
            setDefault("authorization", "Basic x");
        chooseMethod();
        chooseAddress();
        takeHost();
        if (request.headers.contains("content-type")
            && request.headers.find("content-type")->second.starts_with("application/grpc"))
            request.protocol = Protocol::Grpc;
        m_result.replaced = replaceSecrets(request);
        std::ranges::sort(m_result.ignored);
        return std::move(m_result);
    }

    void chooseMethod()
    {
        Request& request = m_result.request;
        const bool hasBody = m_hasBody && !m_isGet;
        if (hasBody && !m_isForm)
            setDefault("content-type", "application/x-www-form-urlencoded");
        request.method = m_isHead ? "HEAD" : m_isUpload ? "PUT" : hasBody ? "POST" : "GET";
        if (!m_method.empty())
            request.method = m_method;
    }

    /// --resolve [+]HOST:PORT:ADDRESS[,…] and --connect-to HOST:PORT:HOST2:PORT2.
    void chooseAddress()
    {
        Request& request = m_result.request;
        const std::uint32_t port = request.port != 0 ? request.port : request.tls == CallerTls::None ? 80 : 443;
        for (std::string_view rule : m_resolve) {
            if (rule.starts_with('+') || rule.starts_with('-'))
                rule.remove_prefix(1);
            const auto first = rule.find(':');
            const auto second = first == std::string_view::npos ? first : rule.find(':', first + 1);
            if (second == std::string_view::npos)
                continue;
            const std::string_view host = rule.substr(0, first);
            const std::string_view number = rule.substr(first + 1, second - first - 1);
            std::string_view address = rule.substr(second + 1);
            address = address.substr(0, address.find(','));
            if (address.starts_with('[') && address.ends_with(']'))
                address = address.substr(1, address.size() - 2);
            if ((host == "*" || lower(host) == request.host) && number == std::to_string(port))
                request.address = address;
        }
        for (const std::string_view rule : m_connectTo) {
            const auto first = rule.find(':');
            const auto second = first == std::string_view::npos ? first : rule.find(':', first + 1);
            if (second == std::string_view::npos)
                continue;
            const std::string_view host = rule.substr(0, first);
            const std::string_view number = rule.substr(first + 1, second - first - 1);
            std::string_view to = rule.substr(second + 1);
            to = to.substr(0, to.rfind(':'));
            const bool isAddress = !to.empty() && to.find_first_not_of("0123456789.") == std::string_view::npos;
            if (isAddress && (host.empty() || lower(host) == request.host)
                && (number.empty() || number == std::to_string(port)))
                request.address = to;
        }
    }

    /// A Host header goes before the URL's: proxies route by it, while TLS names the URL's host.
    void takeHost()
    {
        Request& request = m_result.request;
        const auto header = request.headers.find("host");
        if (header == request.headers.end())
            return;
        const std::string written = header->second;
        request.headers.erase("host");
        const auto authority = parseUrl("http://" + written + "/");
        if (!authority || written.empty())
            return;
        if (request.tls != CallerTls::None)
            request.sni = request.host;
        const bool isAddress = !request.host.empty()
            && (request.host.find_first_not_of("0123456789.") == std::string::npos || request.host.contains(':'));
        if (isAddress && request.address.empty())
            request.address = request.host;
        request.host = authority->host;
    }

    std::string_view m_text;
    std::vector<ShellWord> m_words;
    std::size_t m_at = 0;
    PastedRequest m_result;
    const ShellWord* m_url = nullptr;
    std::string m_method;
    std::string m_target;
    std::string m_data;
    std::vector<std::string> m_resolve;
    std::vector<std::string> m_connectTo;
    bool m_optionsAreOver = false;
    bool m_isOver = false;
    bool m_hasBody = false;
    bool m_isForm = false;
    bool m_isUpload = false;
    bool m_isGet = false;
    bool m_isHead = false;
};

} // namespace

Expected<PastedRequest> parseCurl(std::string_view text)
{
    auto words = shellWords(text);
    if (!words)
        return std::unexpected(words.error());
    return CurlReader(text, std::move(*words)).run();
}

} // namespace meshdraft::traffic

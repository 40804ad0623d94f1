// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/tokenstore.h"

#include <array>

#include <sodium.h>
#include <sys/stat.h>

#include "base/uuid.h"
#include "contract/encodetext.h"
#include "service/runtime/privatefile.h"

namespace pult::service {

namespace {

struct TokenFile {
    std::vector<KeptToken> tokens;
};
BOOST_DESCRIBE_STRUCT(TokenFile, (), (tokens))

constexpr std::chrono::seconds kRecheck{1};

using Bytes = std::array<unsigned char, 32>;

std::string hex(const Bytes &bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> unhex(std::string_view text)
{
    Bytes bytes{};
    std::size_t length = 0;
    const bool isHex = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr,
                           &length, nullptr)
        == 0;
    return isHex && length == bytes.size() ? std::optional(bytes) : std::nullopt;
}

std::string randomToken()
{
    Bytes bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes);
}

} // namespace

Result<std::unique_ptr<TokenStore>> TokenStore::open(std::filesystem::path file, const Clock &clock)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::internal, "The system gives no random numbers");
    std::unique_ptr<TokenStore> store(new TokenStore(std::move(file), clock));
    return store->reread().map([&] { return std::move(store); });
}

TokenStore::TokenStore(std::filesystem::path file, const Clock &clock)
    : m_file(std::move(file))
    , m_clock(clock)
{
}

TokenStore::Hash TokenStore::hashOf(std::string_view token)
{
    Hash hash{};
    // Same bytes, other type: libsodium takes unsigned char.
    const auto *text = reinterpret_cast<const unsigned char *>(token.data());
    crypto_generichash(hash.data(), hash.size(), text, token.size(), nullptr, 0);
    return hash;
}

std::vector<TokenStore::Known> TokenStore::knownOf(const std::vector<KeptToken> &tokens)
{
    std::vector<Known> known;
    for (const KeptToken &token : tokens)
        if (const auto hash = unhex(token.hash))
            known.push_back(
                {*hash, {token.id, token.name, roleNamed(token.role).value_or(Role::viewer)}});
    return known;
}

std::optional<Identity> TokenStore::identify(std::string_view token) const
{
    if (isDue() && hasChanged())
        (void)reread(); // One that cannot be read now is no reason to forget those that are known.
    const Hash hash = hashOf(token);
    auto found = search(hash);
    if (!found && hasChanged() && reread())
        found = search(hash);
    return found;
}

std::optional<Identity> TokenStore::search(const Hash &hash) const
{
    return m_state.with([&](const State &state) {
        std::optional<Identity> found;
        for (const auto *tokens : {&state.known, &state.transient})
            for (const Known &token : *tokens)
                if (sodium_memcmp(token.hash.data(), hash.data(), hash.size()) == 0)
                    found = token.identity;
        return found;
    });
}

bool TokenStore::isEmpty() const
{
    return m_state.with([](const State &state) { return state.kept.empty(); });
}

Result<std::string> TokenStore::create(const std::string &name, Role role)
{
    std::string token = randomToken();
    std::vector<KeptToken> tokens = kept();
    tokens.push_back(entryFor(token, name, role));
    return keep(std::move(tokens)).map([&] { return std::move(token); });
}

Result<void> TokenStore::revoke(const std::string &id)
{
    std::vector<KeptToken> tokens = kept();
    if (std::erase_if(tokens, [&](const KeptToken &token) { return token.id == id; }) == 0)
        return fail(ErrorCode::notFound, "There is no token " + id);
    return keep(std::move(tokens));
}

std::vector<KeptToken> TokenStore::kept() const
{
    return m_state.with([](const State &state) { return state.kept; });
}

Result<void> TokenStore::keep(std::vector<KeptToken> tokens)
{
    return writePrivateFile(m_file, contract::encodeText(TokenFile{std::move(tokens)}))
        .and_then([&] { return reread(); });
}

std::string TokenStore::createTransient(const std::string &name, Role role)
{
    std::string token = randomToken();
    const std::string id = toString(makeUuid(m_clock.wallNow()));
    m_state.with([&](State &state) {
        state.transient.push_back({hashOf(token), {id, name, role}});
    });
    return token;
}

KeptToken TokenStore::entryFor(const std::string &token, const std::string &name, Role role) const
{
    const WallTime now = m_clock.wallNow();
    return {toString(makeUuid(now)), name, std::string(nameOf(role)), hex(hashOf(token)), now};
}

TokenStore::FileStamp TokenStore::stamp() const
{
    struct stat about { };
    if (::stat(m_file.c_str(), &about) != 0)
        return {};
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {about.st_mtim.tv_sec * kNanoseconds + about.st_mtim.tv_nsec, about.st_ino};
}

bool TokenStore::hasChanged() const
{
    const FileStamp now = stamp();
    return m_state.with([now](const State &state) { return state.read != now; });
}

bool TokenStore::isDue() const
{
    const SteadyTime now = m_clock.now();
    return m_state.with([now](State &state) {
        if (now - state.checkedAt < kRecheck)
            return false;
        state.checkedAt = now;
        return true;
    });
}

Result<void> TokenStore::reread() const
{
    const FileStamp read = stamp();
    auto text = readWholeFile(m_file);
    if (!text && text.error().code != ErrorCode::notFound)
        return tl::unexpected(text.error());
    auto file = text ? contract::decodeText<TokenFile>(*text) : TokenFile{};
    if (!file)
        return fail(ErrorCode::corrupt, m_file.string() + ": " + file.error().detail);
    m_state.with([&](State &state) {
        state.known = knownOf(file->tokens);
        state.kept = std::move(file->tokens);
        state.read = read;
    });
    return {};
}

} // namespace pult::service

// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "contract/codec.h"
#include "service/http/identity.h"

namespace pult::service {

/// A token as it is kept.
struct KeptToken {
    std::string id;
    std::string name;
    std::string role;
    std::string hash; ///< BLAKE2b-256 of the token, hexadecimal.
    WallTime created_at;
};
BOOST_DESCRIBE_STRUCT(KeptToken, (), (id, name, role, hash, created_at))

/// Who may do what: bearer tokens, of which only hashes are kept. A token is 256 random bits, so a
/// plain hash of it cannot be searched. Hashes are compared in constant time. Any thread.
///
/// The file (JSON, mode 0600) is read again when it has changed: at once when an unknown token
/// comes, so that tokens made by `pultd token` work, and within a second for one that was revoked.
class TokenStore {
public:
    /// An absent file is an empty store. Errors: io, corrupt.
    [[nodiscard]] static Result<std::unique_ptr<TokenStore>> open(
        std::filesystem::path file, const Clock &clock);

    [[nodiscard]] std::optional<Identity> identify(std::string_view token) const;
    [[nodiscard]] bool isEmpty() const;

    /// A new token, kept on disk when it answers; the text is answered this once. Errors: io.
    [[nodiscard]] Result<std::string> create(const std::string &name, Role role);
    /// It is refused at once here, and within a second by another process. Errors: notFound, io.
    [[nodiscard]] Result<void> revoke(const std::string &id);
    [[nodiscard]] std::vector<KeptToken> kept() const;
    /// A new token that is forgotten when the program ends.
    [[nodiscard]] std::string createTransient(const std::string &name, Role role);

private:
    /// Tells one content of the file from the next: each is a new file, and two may come at one
    /// tick of the file system's clock.
    struct FileStamp {
        std::int64_t changedAt = 0; ///< Nanoseconds since 1970.
        std::uint64_t number = 0; ///< Of the inode; 0: there is no file.
        bool operator==(const FileStamp &) const = default;
    };
    using Hash = std::array<unsigned char, 32>;
    /// As it is looked for.
    struct Known {
        Hash hash{};
        Identity identity;
    };
    struct State {
        std::vector<KeptToken> kept;
        std::vector<Known> known; ///< Those.
        std::vector<Known> transient;
        FileStamp read;
        SteadyTime checkedAt; ///< When the file was last looked at.
    };

    TokenStore(std::filesystem::path file, const Clock &clock);
    [[nodiscard]] KeptToken entryFor(
        const std::string &token, const std::string &name, Role role) const;
    [[nodiscard]] static Hash hashOf(std::string_view token);
    /// The tokens whose hashes can be read.
    [[nodiscard]] static std::vector<Known> knownOf(const std::vector<KeptToken> &tokens);
    [[nodiscard]] std::optional<Identity> search(const Hash &hash) const;
    [[nodiscard]] Result<void> keep(std::vector<KeptToken> tokens);
    [[nodiscard]] Result<void> reread() const;
    [[nodiscard]] FileStamp stamp() const;
    [[nodiscard]] bool hasChanged() const;
    /// Whether it is time to look at the file again.
    [[nodiscard]] bool isDue() const;

    std::filesystem::path m_file;
    const Clock &m_clock;
    mutable Guarded<State> m_state;
};

} // namespace pult::service

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/query.h"

#include <array>

namespace meshdraft::topology {

/// A part of an expression: a question, or others joined.
struct Query::Term {
    enum class Kind : std::uint8_t { And, Or, Not, Compare, Flag } kind = Kind::Flag;
    std::vector<std::shared_ptr<const Term>> parts; ///< And, Or, Not
    std::string key; ///< Compare; Flag: the word
    std::string op; ///< ":", "=", "!=", ">", "<", ">=", "<="
    std::string value;
    double number = 0; ///< of the value, where the operator compares numbers
};

inline constexpr std::array<std::string_view, 11> queryKeys = {
    "name", "kind", "ns", "host", "weight", "mtls", "finding", "state", "label", "replicas", "policy"};
inline constexpr std::array<std::string_view, 6> queryFlags = {"changed",  "finding",  "missing",
                                                               "dangling", "declared", "closed"};

/// A word of an expression with its place.
struct QueryToken {
    enum class Kind : std::uint8_t { Word, Open, Close, End } kind = Kind::End;
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string key; ///< before the operator; empty: a plain word
    std::string op;
    std::string value; ///< after it, or the plain word, without quotes
    std::size_t valueOffset = 0;
    bool isQuoted = false;
    bool isOpenQuote = false; ///< the closing quote is missing
};
std::vector<QueryToken> queryTokens(std::string_view text);

} // namespace meshdraft::topology

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/fieldquery.h"
#include "models/mesh/meshgraph.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace meshdraft::matrix {

enum class CellState : std::uint8_t {
    Present, ///< written in a file
    Absent, ///< not written; `note` says what holds then
    NoSuchHost, ///< the environment does not have the row's host or resource
    Unknown, ///< files cannot tell
    Unreadable, ///< the environment could not be read
};

/// What a cell says beside the text in the file.
enum class Note : std::uint8_t {
    None,
    Default, ///< `effective` is Istio's default
    MeshConfig, ///< `effective` is from the mesh config
    Inherited, ///< `effective` is what the DestinationRule says outside of this subset or port
    Alone, ///< the only destination of its route gets everything
    NotSet, ///< nothing holds: no limit, no such behaviour
    AutoTls, ///< automatic mTLS decides
    NotThere, ///< the environment has no such route, subset, port or workload for the host
    NoProxy, ///< the workload has no proxy, so nothing of it is enforced
    ProxyUnknown, ///< files do not tell whether the workload has a proxy
    CreationOrder, ///< unknown: the older of several objects wins
    Placeholder, ///< unknown: filled in later
};

struct Cell {
    CellState state = CellState::Absent;
    Note note = Note::None;
    std::string value; ///< as written; lists and mappings in flow style
    std::string effective; ///< what holds, where that is not `value`
    std::string meaning; ///< what is compared: "3s" and "3000ms" are one
    mesh::ElementRef element; ///< the field that decides; where nothing is written, the nearest place to write it
    Location where;
    bool deviates = false; ///< from what most environments of the row have
};

/// How the environments' names for one thing were found to be the same.
enum class Match : std::uint8_t {
    Exact,
    Name, ///< the namespace is another one; no environment has the name twice
    Routes, ///< another host of the same routes, which have no further host
};

/// What a row is about: a host, or the resources of one kind and name.
struct Subject {
    std::string label; ///< "reviews.shop", "*.example.com", "DestinationRule shop/reviews"
    std::vector<std::string> names; ///< one an environment: full host, "namespace/name"; empty: not there
    Match match = Match::Exact;
};

struct Row {
    std::size_t subject = 0; ///< in Matrix::subjects
    std::string setting; ///< an id of settings(), or the text of a FieldQuery
    std::string item; ///< within the subject: a route, subset, port, workload or path; often empty
    bool differs = false;
    std::vector<Cell> cells; ///< one an environment
};

/// One environment to compare; `graph` is null where `error` says why it could not be read.
struct Input {
    std::string environment;
    mesh::MeshGraphPtr graph;
    std::optional<Error> error;
};

struct Query {
    std::vector<std::string> settings; ///< ids, `*` stands for any characters; all of them where `fields` is empty, too
    std::vector<FieldQuery> fields;
    std::string host; ///< glob over hosts and names; empty: all
    bool onlyDifferences = false;
};

/// Settings by host or resource and environment.
struct Matrix {
    std::vector<Input> environments; ///< the columns, in the order asked for
    std::vector<Subject> subjects; ///< those that rows are about
    std::vector<Row> rows; ///< by subject, setting, item
    std::size_t differences = 0; ///< rows that differ

    /// True if nobody could be read.
    bool isUnreadable() const;
    /// A copy that has only these rows.
    Matrix withRows(std::span<const std::size_t> wanted) const;
};

/// Compares the environments. A setting that no environment writes has no row; what a workload's proxies do always has
/// one. Cells that cannot be known are not compared; that an environment does not have a host is a difference of
/// `host.kind` alone where that is asked for, too. Asked to stop it returns what there is.
Matrix compare(std::vector<Input> environments, const Query& query = {}, const std::stop_token& stop = {});

} // namespace meshdraft::matrix

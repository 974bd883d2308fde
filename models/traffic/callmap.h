// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/flows.h"
#include "models/traffic/requestset.h"

#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace meshdraft::traffic {

/// The declared calls of a mesh by caller, with the answer to each and which of them go round in circles.
class CallMap {
public:
    explicit CallMap(const Evaluator& mesh);

    const std::vector<DeclaredCall>& declared() const { return m_declared; }
    const std::map<Origin, std::vector<const DeclaredCall*>>& byCaller() const { return m_calls; }
    /// What becomes of a call (ask); asked once.
    const Answer& answerTo(const Origin& caller, const std::string& host);
    /// What becomes of a request. Where nothing of it arrives, the first kind of request to its host that does is asked
    /// instead: files do not say what is called, and a call is not there to be refused.
    Answer ask(Request& request);

    /// Cost: one evaluation for each declared call.
    void findCircles(const std::stop_token& stop);
    /// True where calls to one host may lead to calls to the other and back again.
    bool areInOneCircle(const std::string& host, const std::string& other) const;

private:
    struct Visit {
        int number = 0;
        int lowest = 0;
        bool isOpen = true;
    };

    const DerivationIndex& derivation();
    void visit(const std::string& start);
    void close(const std::string& host, int number);

    const Evaluator& m_mesh;
    std::vector<DeclaredCall> m_declared;
    std::map<Origin, std::vector<const DeclaredCall*>> m_calls;
    std::map<std::pair<Origin, std::string>, Answer> m_answers;
    std::optional<DerivationIndex> m_derivation;
    std::map<std::string, HostRequests> m_kinds; ///< by host
    std::map<std::string, std::set<std::string>> m_next; ///< host -> hosts that those behind it call
    std::map<std::string, Visit> m_visits;
    std::vector<const std::string*> m_open;
    std::map<std::string, int> m_circles; ///< equal numbers: one circle
};

} // namespace meshdraft::traffic

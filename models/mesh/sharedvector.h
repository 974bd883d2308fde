// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace meshdraft::mesh {

/// A vector whose copies share their elements: a copy costs nothing, a change of one element of a copy costs the copy
/// of the chunk that holds it. What is shared is never changed, so that copies may be read from any thread.
template <typename T> class SharedVector {
public:
    class Iterator;
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using const_reference = const T&;
    using iterator = Iterator;
    using const_iterator = Iterator;

    SharedVector() = default;
    // a plain vector stands for the same elements wherever this one is wanted
    SharedVector(std::vector<T> elements) // NOLINT(google-explicit-constructor)
    {
        for (T& element : elements)
            push_back(std::move(element));
    }
    SharedVector(std::initializer_list<T> elements)
        : SharedVector(std::vector<T>(elements))
    {
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T& operator[](std::size_t index) const { return (*(*m_chunks)[index / chunkSize])[index % chunkSize]; }
    const T& front() const { return (*this)[0]; }
    const T& back() const { return (*this)[m_size - 1]; }
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, m_size}; }

    /// The element, of this vector alone.
    T& edit(std::size_t index) { return ownChunk(index / chunkSize)[index % chunkSize]; }
    void push_back(T element) // NOLINT(readability-identifier-naming): the name that algorithms know
    {
        if (m_size % chunkSize == 0) {
            auto chunk = std::make_shared<Chunk>();
            ownTable().push_back(std::move(chunk));
        }
        ownChunk(m_size / chunkSize).push_back(std::move(element));
        ++m_size;
    }

    /// The first index from `from` on at which this and `other` may differ: chunks that both share are skipped.
    std::size_t sharedUntil(const SharedVector& other, std::size_t from) const
    {
        const std::size_t end = std::min(m_size, other.m_size);
        while (from < end && (*m_chunks)[from / chunkSize] == (*other.m_chunks)[from / chunkSize])
            from = std::min(end, (from / chunkSize + 1) * chunkSize);
        return from;
    }

    friend bool operator==(const SharedVector& left, const SharedVector& right)
    {
        if (left.m_size != right.m_size)
            return false;
        for (std::size_t i = left.sharedUntil(right, 0); i < left.m_size; i = left.sharedUntil(right, i + 1)) {
            if (!(left[i] == right[i]))
                return false;
        }
        return true;
    }

    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        Iterator() = default;
        Iterator(const SharedVector* vector, std::size_t index)
            : m_vector(vector)
            , m_index(index)
        {
        }

        reference operator*() const { return (*m_vector)[m_index]; }
        pointer operator->() const { return &(*m_vector)[m_index]; }
        reference operator[](difference_type n) const { return *(*this + n); }
        Iterator& operator+=(difference_type n)
        {
            m_index = static_cast<std::size_t>(static_cast<difference_type>(m_index) + n);
            return *this;
        }
        Iterator& operator-=(difference_type n) { return *this += -n; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this += -1; }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        Iterator operator--(int)
        {
            const Iterator before = *this;
            --*this;
            return before;
        }
        friend Iterator operator+(Iterator at, difference_type n) { return at += n; }
        friend Iterator operator+(difference_type n, Iterator at) { return at += n; }
        friend Iterator operator-(Iterator at, difference_type n) { return at -= n; }
        friend difference_type operator-(const Iterator& left, const Iterator& right)
        {
            return static_cast<difference_type>(left.m_index) - static_cast<difference_type>(right.m_index);
        }
        friend bool operator==(const Iterator& left, const Iterator& right) { return left.m_index == right.m_index; }
        friend auto operator<=>(const Iterator& left, const Iterator& right) { return left.m_index <=> right.m_index; }

    private:
        const SharedVector* m_vector = nullptr;
        std::size_t m_index = 0;
    };

private:
    static constexpr std::size_t chunkSize = 64;
    using Chunk = std::vector<T>;
    using Table = std::vector<std::shared_ptr<Chunk>>;

    Table& ownTable()
    {
        if (!m_chunks) {
            m_chunks = std::make_shared<Table>();
        } else if (m_chunks.use_count() > 1) {
            m_chunks = std::make_shared<Table>(*m_chunks);
        }
        return *m_chunks;
    }
    Chunk& ownChunk(std::size_t index)
    {
        std::shared_ptr<Chunk>& chunk = ownTable()[index];
        if (chunk.use_count() > 1)
            chunk = std::make_shared<Chunk>(*chunk);
        return *chunk;
    }

    std::shared_ptr<Table> m_chunks;
    std::size_t m_size = 0;
};

} // namespace meshdraft::mesh

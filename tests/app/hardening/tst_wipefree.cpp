// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include <QRegularExpression>
#include <QTest>

#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned char Marker = 0xA5;

// Called through these, the compiler neither warns of looking at a block afterwards nor leaves the call out.
void (*volatile release)(void *) = std::free;
void *(*volatile resize)(void *, std::size_t) = std::realloc;
void *(*volatile resizeArray)(void *, std::size_t, std::size_t) = reallocarray;

/// Where a block was: the tests look at it after free().
class Trace final
{
public:
    Trace(const void *block, std::size_t size)
        : m_address(reinterpret_cast<std::uintptr_t>(block))
        , m_size(size)
    {
    }
    [[nodiscard]] std::size_t markersLeft(std::size_t from = 0) const
    {
        const std::uintptr_t address = m_address;
        const auto *bytes = reinterpret_cast<const volatile unsigned char *>(address);
        return std::size_t(std::count(bytes + std::min(from, m_size), bytes + m_size, Marker));
    }
    /// At the start of a freed block glibc keeps addresses and a random key of its own, of which a byte may be a marker
    /// by chance: there most must be gone, behind it all.
    [[nodiscard]] bool isWiped() const
    {
        constexpr std::size_t glibcsOwn = 32; // two links of a list, and two more in a large block
        const std::size_t head = markersLeft() - markersLeft(glibcsOwn);
        return markersLeft(glibcsOwn) == 0 && head <= 4;
    }

private:
    volatile std::uintptr_t m_address;
    std::size_t m_size;
};

void *markedBlock(std::size_t size)
{
    void *block = std::malloc(size);
    std::memset(block, Marker, size);
    return block;
}

bool isPattern(const void *block, std::size_t size)
{
    const auto *bytes = static_cast<const unsigned char *>(block);
    for (std::size_t i = 0; i < size; ++i) {
        if (bytes[i] != static_cast<unsigned char>(i * 31 + 7))
            return false;
    }
    return true;
}

void writePattern(void *block, std::size_t size)
{
    auto *bytes = static_cast<unsigned char *>(block);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<unsigned char>(i * 31 + 7);
}

void addSizes()
{
    QTest::addColumn<quint64>("size");
    for (const quint64 size : {16, 24, 25, 48, 100, 1'000, 1'032, 5'000, 65'536, 100'000})
        QTest::addRow("%llu bytes", size) << size;
}

} // namespace

/// The allocator's functions that wipefree.cpp replaces: they wipe, and they keep the promises of C17 §7.22.3.
class TestWipeFree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void freeWipes_data() { addSizes(); }
    void freeWipes()
    {
        QFETCH(quint64, size);
        void *block = markedBlock(size);
        const Trace trace(block, size);
        QCOMPARE_EQ(trace.markersLeft(), size);
        release(block);
        QVERIFY(trace.isWiped());
    }

    void deleteWipes()
    {
        auto *bytes = new char[256];
        std::memset(bytes, Marker, 256);
        const Trace trace(bytes, 256);
        delete[] bytes;
        QVERIFY(trace.isWiped());
    }

    void aLibrarysFreeWipes()
    {
        QByteArray text(400, char(Marker)); // freed inside QtCore
        const Trace trace(text.constData(), 400);
        text = QByteArray();
        QVERIFY(trace.isWiped());
    }

    void growingWipesWhatItLeaves_data() { addSizes(); }
    void growingWipesWhatItLeaves()
    {
        QFETCH(quint64, size);
        void *block = markedBlock(size);
        const Trace trace(block, size);
        void *guard = std::malloc(16); // keeps the block from growing where it stands
        void *larger = resize(block, size * 4 + 64);
        QCOMPARE_EQ(Trace(larger, size).markersLeft(), size);
        QVERIFY(trace.isWiped());
        release(larger);
        release(guard);
    }

    void shrinkingWipesTheTail()
    {
        void *block = markedBlock(4'096);
        const Trace tail(static_cast<char *>(block) + 1'024, 4'096 - 1'024);
        void *smaller = resize(block, 1'024);
        QCOMPARE_EQ(Trace(smaller, 1'024).markersLeft(), 1'024U);
        QVERIFY(tail.isWiped());
        release(smaller);
    }

    void reallocKeepsContents_data()
    {
        QTest::addColumn<quint64>("from");
        QTest::addColumn<quint64>("to");
        for (const quint64 from : {1, 24, 1'000, 130'000, 300'000, 40'000'000}) {
            for (const quint64 to : {1, 24, 25, 1'000, 130'000, 300'000, 40'000'000})
                QTest::addRow("%llu to %llu", from, to) << from << to;
        }
    }
    void reallocKeepsContents()
    {
        QFETCH(quint64, from);
        QFETCH(quint64, to);
        void *block = std::malloc(from);
        writePattern(block, from);
        block = resize(block, to);
        QVERIFY(block);
        QVERIFY(malloc_usable_size(block) >= to);
        QVERIFY(isPattern(block, std::min(from, to)));
        release(block);
    }

    void alignedBlocksCanBeResizedAndFreed()
    {
        void *block = std::aligned_alloc(4'096, 8'192);
        writePattern(block, 8'192);
        block = resize(block, 20'000);
        QVERIFY(isPattern(block, 8'192));
        release(block);
        void *other = nullptr;
        QCOMPARE(posix_memalign(&other, 64, 100), 0);
        release(other);
    }

    void edgesOfTheContract()
    {
        release(nullptr);
        void *fresh = resize(nullptr, 10);
        QVERIFY(fresh);
        QVERIFY(malloc_usable_size(fresh) >= 10);

        const std::size_t impossible = SIZE_MAX / 2;
        writePattern(fresh, 10);
        errno = 0;
        void *refused = resize(fresh, impossible);
        QVERIFY(!refused);
        QCOMPARE(errno, ENOMEM);
        QVERIFY(isPattern(fresh, 10)); // still ours, still whole

        const std::size_t many = SIZE_MAX / 4;
        errno = 0;
        QVERIFY(!resizeArray(fresh, many, 8));
        QCOMPARE(errno, ENOMEM);
        fresh = resizeArray(fresh, 10, 10);
        QVERIFY(isPattern(fresh, 10));
        release(fresh);
    }

    void callocStaysZero()
    {
        // Freed blocks come back from calloc: wiped or not, they must be zero.
        for (int round = 0; round < 100; ++round) {
            release(markedBlock(500));
            void *block = std::calloc(5, 100);
            QCOMPARE_EQ(Trace(block, 500).markersLeft(), 0U);
            release(block);
        }
    }
};

QTEST_APPLESS_MAIN(TestWipeFree)
#include "tst_wipefree.moc"

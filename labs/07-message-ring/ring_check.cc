#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "racelab/faults.h"
#include "racelab/scenario.h"
#include "ring.h"

namespace {

// All that comes, in pieces of up to `most` bytes.
std::string ReadAll(Ring& ring, std::size_t most) {
  std::string all;
  char buffer[16];
  while (const std::size_t bytes = ring.Read(buffer, most)) {
    EXPECT_LE(bytes, most);
    all.append(buffer, bytes);
    if (all.size() > 100) break;
  }
  return all;
}

TEST(Ring, CarriesAMessageToAnotherProcess) {
  racelab::Explore([] {
    const std::unique_ptr<Ring> ring = MakeRing(8);
    racelab::Process writer([&] {
      ring->Take(Side::kWriter);
      EXPECT_TRUE(ring->Write("hello"));
      ring->Close();
    });
    ring->Take(Side::kReader);
    EXPECT_EQ(ReadAll(*ring, 16), "hello");
    writer.Join();
  });
}

TEST(Ring, WrapsAroundAndWaitsForRoom) {
  racelab::Explore([] {
    const std::unique_ptr<Ring> ring = MakeRing(3);
    racelab::Process writer([&] {
      ring->Take(Side::kWriter);
      EXPECT_TRUE(ring->Write("abcde"));
      EXPECT_TRUE(ring->Write("fg"));
      ring->Close();
    });
    ring->Take(Side::kReader);
    EXPECT_EQ(ReadAll(*ring, 2), "abcdefg");
    writer.Join();
  });
}

TEST(Ring, CarriesFromTheParentToAChildByteByByte) {
  racelab::Explore([] {
    const std::unique_ptr<Ring> ring = MakeRing(1);
    racelab::Process reader([&] {
      ring->Take(Side::kReader);
      EXPECT_EQ(ReadAll(*ring, 1), "abc");
    });
    ring->Take(Side::kWriter);
    EXPECT_TRUE(ring->Write("abc"));
    ring->Close();
    reader.Join();
  });
}

TEST(Ring, CarriesZerosAndDoesNotMindEmptyMessages) {
  racelab::Explore([] {
    const std::unique_ptr<Ring> ring = MakeRing(4);
    racelab::Process writer([&] {
      ring->Take(Side::kWriter);
      EXPECT_TRUE(ring->Write(std::string_view("\0x\0", 3)));
      EXPECT_TRUE(ring->Write(""));
      ring->Close();
    });
    ring->Take(Side::kReader);
    EXPECT_EQ(ReadAll(*ring, 16), std::string("\0x\0", 3));
    writer.Join();
  });
}

TEST(Ring, HoldsNoMoreThanItsCapacity) {
  racelab::Explore([] {
    const std::unique_ptr<Ring> ring = MakeRing(4);
    racelab::Process writer([&] {
      ring->Take(Side::kWriter);
      EXPECT_FALSE(ring->Write("12345")) << "nobody read, and the ring holds 4";
    });
    ring->Take(Side::kReader);
    ring->Close();
    writer.Join();
  });
}

TEST(Ring, EndsWhenTheWriterEndsWithoutAWord) {
  racelab::Explore([] {
    const std::unique_ptr<Ring> ring = MakeRing(4);
    racelab::Process writer([&] {
      ring->Take(Side::kWriter);
      EXPECT_TRUE(ring->Write("ab"));
    });
    ring->Take(Side::kReader);
    EXPECT_EQ(ReadAll(*ring, 16), "ab");
    writer.Join();
  });
}

TEST(Ring, EndsWhenTheWriterIsKilled) {
  racelab::ExploreFaults({.kill = true}, [] {
    const std::string message = "abc";
    const std::unique_ptr<Ring> ring = MakeRing(2);
    racelab::Process writer([&] {
      ring->Take(Side::kWriter);
      EXPECT_TRUE(ring->Write(message));
      ring->Close();
    });
    ring->Take(Side::kReader);
    const std::string all = ReadAll(*ring, 16);
    EXPECT_EQ(all, message.substr(0, all.size())) << "what came before the writer was killed";
    if (!racelab::AChildWasKilled()) {
      EXPECT_EQ(all, message);
    }
    writer.Join();
  });
}

TEST(Ring, TellsTheWriterWhenTheReaderIsKilled) {
  racelab::ExploreFaults({.kill = true}, [] {
    const std::unique_ptr<Ring> ring = MakeRing(2);
    racelab::Process reader([&] {
      ring->Take(Side::kReader);
      EXPECT_EQ(ReadAll(*ring, 1), "abcd");
    });
    ring->Take(Side::kWriter);
    EXPECT_TRUE(ring->Write("abcd") || racelab::AChildWasKilled());
    ring->Close();
    reader.Join();
  });
}

}  // namespace

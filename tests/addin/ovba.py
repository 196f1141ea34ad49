"""Read a VBA project with olefile and MS-OVBA 2.4.1 alone: no code shared with what writes it."""

import struct

CHUNK = 4096


def decompressed(container):
    """Return what a CompressedContainer holds."""
    assert container[0] == 1
    out, place = bytearray(), 1
    while place < len(container):
        header = struct.unpack_from("<H", container, place)[0]
        end = place + (header & 0x0FFF) + 3
        place += 2
        if not header & 0x8000:
            out += container[place : place + CHUNK]
        else:
            _chunk(container, place, end, out)
        place = end
    return bytes(out)


def _chunk(container, place, end, out):
    start = len(out)
    while place < end:
        flags = container[place]
        place += 1
        for bit in range(8):
            if place >= end:
                return
            if not flags >> bit & 1:
                out.append(container[place])
                place += 1
                continue
            token = struct.unpack_from("<H", container, place)[0]
            place += 2
            bits = max((len(out) - start - 1).bit_length(), 4)
            length = (token & (0xFFFF >> bits)) + 3
            offset = (token >> (16 - bits)) + 1
            for _ in range(length):
                out.append(out[-offset])

/** A zip without the time it was packed at: the same content is the same file. */

const ENTRY = 0x02014b50
const END = 0x06054b50
/** 1980-01-01, the first day that a zip knows, as its two fields of two bytes: time, then date. */
const EPOCH = 0x0021_0000
/** Length of the last record, without a comment. */
const END_BYTES = 22

/**
 * Sets the times of all entries, in the directory and at each file, in the bytes given.
 * @throws Error when it is not a zip as our library writes it
 */
export const withoutTimes = (zip: Buffer): Buffer => {
  const end = zip.length - END_BYTES
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('no zip without a comment')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('no entry of a zip')
    zip.writeUInt32LE(EPOCH, at + 12)
    zip.writeUInt32LE(EPOCH, zip.readUInt32LE(at + 42) + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}

/** A photo of a QR code: a grey PNG, dark on white with its quiet zone, as a phone's camera would hand it over. */
import { crc32, deflateSync } from 'node:zlib'
import qrcode from 'qrcode-generator'

const SCALE = 6
const QUIET = 4

const chunk = (type, bytes) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** @param {string} text @returns {Buffer} */
export const photoOfCode = (text) => {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const side = (code.getModuleCount() + 2 * QUIET) * SCALE
  const moduleAt = (pixel) => Math.floor(pixel / SCALE) - QUIET
  const inside = (at) => at >= 0 && at < code.getModuleCount()
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: side }, (__, x) => {
        const [row, column] = [moduleAt(y), moduleAt(x)]
        return inside(row) && inside(column) && code.isDark(row, column) ? 0 : 255
      }),
    ]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A QR code drawn as one SVG image: dark on white in both themes, so that every scanner reads it. */
import { useMemo } from 'react'
import qrcode from 'qrcode-generator'
import { Image, View } from '@tarojs/components'
import { named, role } from './press'

/** UTF-8 bytes of a text, without TextEncoder (hidden in WeChat). */
export const utf8Bytes = (text: string): number[] => {
  const encoded = encodeURIComponent(text)
  const bytes: number[] = []
  for (let at = 0; at < encoded.length; at += 1) {
    if (encoded[at] === '%') {
      bytes.push(Number.parseInt(encoded.slice(at + 1, at + 3), 16))
      at += 2
    } else bytes.push(encoded.charCodeAt(at))
  }
  return bytes
}

const QUIET = 2

/** The code as an SVG data address; error correction M. */
export const qrImage = (text: string): string => {
  qrcode.stringToBytes = utf8Bytes
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const size = count + QUIET * 2
  const runs: string[] = []
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue
      const start = column
      while (column + 1 < count && code.isDark(row, column + 1)) column += 1
      runs.push(`M${start + QUIET} ${row + QUIET}h${column - start + 1}v1h-${column - start + 1}z`)
    }
  }
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${size}v${size}H0z'/><path fill='#15202E' d='${runs.join('')}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** `size` in px. */
export const Qr = ({
  id,
  text,
  label,
  size = 192,
}: {
  readonly id?: string
  readonly text: string
  readonly label: string
  readonly size?: number
}) => {
  const source = useMemo(() => qrImage(text), [text])
  return (
    <View
      {...named(id)}
      className="sb-qr"
      style={{ width: `${size}px`, height: `${size}px` }}
      {...role('img')}
      aria-label={label}
    >
      <Image className="sb-qr-image" src={source} mode="aspectFit" aria-hidden="true" />
    </View>
  )
}

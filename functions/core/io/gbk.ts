/** GBK bytes of a text. The platform only reads GBK, so its table is read once through and turned round. */

const [FIRST_LEAD, LAST_LEAD] = [0x81, 0xfe]
const [FIRST_TRAIL, LAST_TRAIL, NO_TRAIL] = [0x40, 0xfe, 0x7f]
/** What GBK leaves to its users, and what a reader shows for no character: nobody else would read it the same way. */
const UNSETTLED = /[\ue000-\uf8ff\ufffd]/

/** Every character of two bytes: 21 791 of them, some milliseconds. */
const readTable = (): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      if (trail === NO_TRAIL) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!UNSETTLED.test(character)) table.set(character, [lead, trail])
    }
  }
  return table
}

let table: ReturnType<typeof readTable> | undefined

/** `undefined` when a character of the text has no place in GBK: rare characters of names, emoji, the euro sign. */
export const gbkBytes = (text: string): Uint8Array | undefined => {
  table ??= readTable()
  const bytes: number[] = []
  for (const character of text) {
    const pair = character < '\x80' ? [character.charCodeAt(0)] : table.get(character)
    if (!pair) return undefined
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

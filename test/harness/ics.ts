/** A strict reader of iCalendar, by the words of RFC 5545: it throws at whatever the RFC forbids, and gives what it found. */
import { TextDecoder, TextEncoder } from 'node:util'

export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}
export interface Component {
  readonly name: string
  readonly properties: readonly Property[]
  readonly components: readonly Component[]
}

const fail = (why: string): never => {
  throw new Error(`no iCalendar: ${why}`)
}

/** §3.1: lines end in CRLF, have at most 75 octets each, and no character is cut in two. */
const contentLines = (bytes: Uint8Array): readonly string[] => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const lines: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0x0d && bytes[at] !== 0x0a) continue
    if (bytes[at] !== 0x0d || bytes[at + 1] !== 0x0a) fail(`a line that does not end in CRLF at ${at}`)
    if (at - from > 75) fail(`a line of ${at - from} octets`)
    const text = decoder.decode(bytes.subarray(from, at))
    if (text.startsWith(' ')) {
      const before = lines.pop() ?? fail('begins with a folded line')
      lines.push(before + text.slice(1))
    } else lines.push(text)
    at += 1
    from = at + 1
  }
  if (from !== bytes.length) fail('the last line is not ended')
  return lines
}

const LINE = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/

const propertyIn = (line: string): Property => {
  const [, name = '', parameters = '', value = ''] = LINE.exec(line) ?? fail(`no content line: ${line}`)
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) fail(`a control character in ${name}`)
  const pairs = parameters.split(';').filter((one) => one !== '')
  return {
    name,
    value,
    parameters: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])),
  }
}

/** §3.3.11: the text that an escaped value stands for. */
export const textOf = ({ value, name }: Property): string => {
  const bare = value.replace(/\\[\\;,nN]/g, '')
  if (/[\\;,]/.test(bare)) fail(`${name}: ${value} is not escaped`)
  return value.replace(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one))
}

export const all = ({ properties }: Component, name: string): readonly Property[] =>
  properties.filter((one) => one.name === name)

/** The one property of that name. */
export const only = (component: Component, name: string): Property => {
  const [found, ...more] = all(component, name)
  if (!found || more.length > 0) fail(`${component.name} with ${more.length + (found ? 1 : 0)} ${name}`)
  return found ?? fail(name)
}

const readComponents = (lines: readonly string[]): Component => {
  const open: { name: string; properties: Property[]; components: Component[] }[] = []
  let root: Component | undefined
  for (const line of lines) {
    const property = propertyIn(line)
    const inner = open.at(-1)
    if (root) fail(`${line} after the end`)
    if (property.name === 'BEGIN') open.push({ name: property.value, properties: [], components: [] })
    else if (property.name === 'END') {
      if (inner?.name !== property.value) fail(`${line} ends nothing`)
      const closed = open.pop() ?? fail(line)
      const outer = open.at(-1)
      if (outer) outer.components.push(closed)
      else root = closed
    } else if (inner) inner.properties.push(property)
    else fail(`${line} before the beginning`)
  }
  return root ?? fail('it has no end')
}

/** §3.6.1: what an all-day event must have, once each, and how its values look. */
const checkEvent = (event: Component): void => {
  if (only(event, 'UID').value === '') fail('an empty UID')
  if (!/^\d{8}T\d{6}Z$/.test(only(event, 'DTSTAMP').value)) fail(`DTSTAMP ${only(event, 'DTSTAMP').value}`)
  if (!/^\d+$/.test(only(event, 'SEQUENCE').value)) fail('SEQUENCE')
  if (!['CONFIRMED', 'TENTATIVE', 'CANCELLED'].includes(only(event, 'STATUS').value)) fail('STATUS')
  const [start, end] = [only(event, 'DTSTART'), only(event, 'DTEND')]
  for (const date of [start, end])
    if (date.parameters.VALUE !== 'DATE' || !/^\d{8}$/.test(date.value)) fail(`${date.name} ${date.value}`)
  if (end.value <= start.value) fail('ends before it begins')
  for (const name of ['SUMMARY', 'DESCRIPTION']) textOf(only(event, name))
  for (const alarm of event.components) {
    if (alarm.name !== 'VALARM') fail(`${alarm.name} in an event`)
    if (only(alarm, 'ACTION').value !== 'DISPLAY') fail('an action without what it needs')
    textOf(only(alarm, 'DESCRIPTION'))
    if (!/^-?P(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(only(alarm, 'TRIGGER').value)) fail('TRIGGER')
  }
}

/** @returns its events. @throws Error at the first thing that the RFC forbids */
export const readCalendar = (
  ics: string,
): { readonly calendar: Component; readonly events: readonly Component[] } => {
  const calendar = readComponents(contentLines(new TextEncoder().encode(ics)))
  if (calendar.name !== 'VCALENDAR') fail(calendar.name)
  if (only(calendar, 'VERSION').value !== '2.0') fail('VERSION')
  only(calendar, 'PRODID')
  const events = calendar.components
  for (const event of events) {
    if (event.name !== 'VEVENT') fail(event.name)
    checkEvent(event)
  }
  const uids = events.map((event) => only(event, 'UID').value)
  if (new Set(uids).size !== uids.length) fail('two events of one UID')
  return { calendar, events }
}

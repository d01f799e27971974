/** The browser's voice, over a stand-in for its engine. */
import { voice } from '../../../src/packages/hall-desk/parts/voice.h5'

class Utterance {
  lang = ''
  rate = 1
  volume = 1
  onend: (() => void) | null = null
  onerror: (() => void) | null = null
  constructor(readonly words: string) {}
}

const engine = (voices: readonly string[] = ['zh-CN', 'en-GB']) => {
  const spoken: Utterance[] = []
  const speechSynthesis = {
    getVoices: () => voices.map((lang) => ({ lang })),
    speak: (one: Utterance) => void spoken.push(one),
    cancel: jest.fn(),
    resume: jest.fn(),
  }
  Object.assign(globalThis, { speechSynthesis, SpeechSynthesisUtterance: Utterance })
  return { spoken, cancel: speechSynthesis.cancel }
}
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

afterEach(() => {
  voice.hush()
  Object.assign(globalThis, { speechSynthesis: undefined, SpeechSynthesisUtterance: undefined })
})

test('a browser without an engine has none, and one may lack a language', async () => {
  expect(voice.can('zh-CN')).toBe('none')
  expect(await voice.say('请', 'zh-CN')).toBe(false)
  engine(['en-US'])
  expect([voice.can('zh-CN'), voice.can('en')]).toEqual(['lacks', 'speaks'])
  engine([])
  expect(voice.can('zh-CN')).toBe('speaks')
})

test('the tap that enables it says nothing aloud', () => {
  const { spoken } = engine()
  voice.enable()
  expect(spoken.map(({ volume }) => volume)).toEqual([0])
})

test('one sentence after the other, in their languages, each settled as it was said or failed', async () => {
  const { spoken } = engine()
  const [one, two] = [voice.say('请 A', 'zh-CN'), voice.say('Number B', 'en')]
  await quiet()
  expect(spoken.map(({ words, lang }) => [words, lang])).toEqual([['请 A', 'zh-CN']])
  spoken[0]?.onend?.()
  expect(await one).toBe(true)
  await quiet()
  expect(spoken[1]).toMatchObject({ words: 'Number B', lang: 'en-GB' })
  spoken[1]?.onerror?.()
  expect(await two).toBe(false)
})

test('silenced, what still waits is never said', async () => {
  const { spoken, cancel } = engine()
  const [one, two] = [voice.say('A', 'en'), voice.say('B', 'en')]
  await quiet()
  voice.hush()
  expect(cancel).toHaveBeenCalledTimes(1)
  spoken[0]?.onerror?.()
  expect([await one, await two]).toEqual([false, false])
  expect(spoken).toHaveLength(1)
})

test('an engine that hangs holds nobody up', async () => {
  jest.useFakeTimers()
  engine()
  const one = voice.say('A', 'en')
  await jest.advanceTimersByTimeAsync(16_000)
  expect(await one).toBe(false)
  jest.useRealTimers()
})

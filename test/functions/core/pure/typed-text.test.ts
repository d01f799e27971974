import fc from 'fast-check'
import { graphemes } from '../../../../functions/core/pure/graphemes'
import { saysSomething, shownText, textProblem, tidyText } from '../../../../functions/core/pure/typed-text'

describe('a text that a person types', () => {
  it.each([
    ['\u202e王小明', 'direction'],
    ['\u2067abc', 'direction'],
    ['王\u202a小\u202c明', 'direction'],
    ['Anna\u200e', 'direction'],
    ['\u200fAnna', 'direction'],
    ['\u061cA', 'direction'],
    ['王\u0000明', 'control'],
    ['王\u0007明', 'control'],
    ['王\u0085明', 'control'],
    ['王\u2028明', 'control'],
    ['王\n明', 'control'],
    ['a\tb', 'control'],
    ['\u3164\u3164', 'unseen'],
    ['\u115f\u1160', 'unseen'],
    ['\u2800\u2800', 'unseen'],
  ])('%j is refused: %s', (text, problem) => expect(textProblem(text)).toBe(problem))

  it.each(['\u200b\u200b\u200b', '\u0301\u0301', '\u2060\ufeff', '\u00ad', '\u200d', '\ufe0f', ' \u3000 '])(
    '%j is nothing once tidied, so that its length refuses it',
    (text) => {
      expect(tidyText(text)).toBe('')
      expect(shownText(text)).toBe('')
    },
  )

  it.each([
    ['王小明'],
    ['阿卜杜拉·买买提'],
    ['Nguyễn Văn A'],
    ['Zoë d’Arc-Müller'],
    ['\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
    ['\u0d05\u0d35\u0d28\u0d4d\u200d'],
    ['\u0995\u09cd\u200c\u09b7'],
    ['👨\u200d👩\u200d👧\u200d👦'],
    ['🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['🇨🇳 ❤\ufe0f 1\ufe0f\u20e3 👩🏽\u200d⚕\ufe0f'],
    ['葛\u{e0100}'],
    ['\ue000小明'],
    ['\u{2a6a5}'],
    ['한국어 ภาษาไทย עברית العربية'],
  ])('%j is kept as it is', (text) => {
    expect(textProblem(text)).toBeUndefined()
    expect(tidyText(text)).toBe(text)
    expect(shownText(text)).toBe(text)
  })

  it.each([
    ['\ufeff王小明 ', '王小明'],
    ['王\u200b小\u200d明', '王小明'],
    ['sus\u00adpend', 'suspend'],
    ['Li\u200d', 'Li'],
    ['a\u200d👧', 'a👧'],
    [`o${'\u0301'.repeat(40)}`, `o${'\u0301'.repeat(6)}`],
    ['x \u0301y', 'x y'],
  ])('%j is tidied to %j: what joins nothing and has no width is not kept', (text, tidy) =>
    expect(tidyText(text)).toBe(tidy),
  )

  it('may hold lines where the field has several', () => {
    expect(textProblem('一\n二', { multiline: true })).toBeUndefined()
    expect(tidyText('一\r\n二')).toBe('一\n二')
    expect(textProblem('一\t二', { multiline: true })).toBe('control')
  })

  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        ...'王a1 \n',
        '\u0301',
        '\u200d',
        '\u200c',
        '\u200b',
        '\u202e',
        '\u3164',
        '👩',
        '🏴',
        '\u{e0067}',
        'م',
        'क',
        '्',
      ),
    }),
  )
  it('is tidied once and for all, and shown text has no problem', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text))
        const shown = shownText(text)
        expect(textProblem(shown, { multiline: true })).toBeUndefined()
        if (textProblem(text, { multiline: true }) === undefined && textProblem(text) === undefined)
          expect(tidyText(shown)).toBe(tidyText(text))
      }),
      { numRuns: 600 },
    )
  })
})

describe('saying something', () => {
  it.each(['停电', 'ok', '核对 身份', '窗口3', 'ДА', '１２', 'नहीं'])('%j does', (text) =>
    expect(saysSomething(text)).toBe(true),
  )
  it.each([
    '',
    '  ',
    '……',
    '。。',
    '——',
    '\u3164\u3164',
    '\u200b\u200b',
    '\u115f\u1160',
    '\u2800\u2800',
    '停',
    '🙂🙂',
    '\u0301\u0301',
  ])('%j does not', (text) => expect(saysSomething(text)).toBe(false))
})

it.each([
  ['王a\u0301', ['王', 'a\u0301']],
  ['🇨🇳🇺🇸', ['🇨🇳', '🇺🇸']],
  ['👨\u200d👩\u200d👧x', ['👨\u200d👩\u200d👧', 'x']],
  ['👩🏽1\ufe0f\u20e3', ['👩🏽', '1\ufe0f\u20e3']],
  ['', []],
])('%j is read in the pieces %j', (text, pieces) => expect(graphemes(text)).toEqual(pieces))

it('a phone that knows no classes of characters lets a form be sent: the server decides', () => {
  jest.isolateModules(() => {
    const real = globalThis.RegExp
    const old = function (pattern: string, flags?: string): RegExp {
      if (pattern.includes('\\p{')) throw new SyntaxError('Invalid property name')
      return new real(pattern, flags)
    }
    globalThis.RegExp = old as unknown as RegExpConstructor
    try {
      const { fieldProblem, saysSomething: says } = jest.requireActual<
        typeof import('../../../../functions/core/pure/typed-text')
      >('../../../../functions/core/pure/typed-text')
      expect(fieldProblem('王小明', { min: 2, max: 60 })).toBeUndefined()
      expect(says('停电检修')).toBe(true)
      // What is named by its code point is told all the same.
      expect(fieldProblem('\u202e王小明', { max: 60 })).toBe('direction')
    } finally {
      globalThis.RegExp = real
    }
  })
})

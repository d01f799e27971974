import { chooseLanguage } from '../../../../functions/core/io/entry/language'

describe('the caller’s language', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us;q=0.9', 'en'],
    ['zh-TW', 'zh-CN'],
    ['fr, de', 'zh-CN'],
    ['fr, en;q=0.3', 'en'],
    ['en;q=0.5, zh;q=0.8', 'zh-CN'],
    ['zh;q=0.5, en;q=0.8', 'en'],
    ['en, zh', 'en'],
    ['zh, en', 'zh-CN'],
    ['*', 'zh-CN'],
    ['en;q=0, zh;q=0.1', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=nonsense', 'en'],
    [';;;,,,q=', 'zh-CN'],
  ] as const)('%s → %s', (header, language) => {
    expect(chooseLanguage(header)).toBe(language)
  })

  it('answers the same the second time', () => {
    expect([chooseLanguage('da, en;q=0.8'), chooseLanguage('da, en;q=0.8')]).toEqual(['en', 'en'])
  })
})

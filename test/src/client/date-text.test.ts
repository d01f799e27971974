/** Functions and screens say a day the same way. */
import { longDateText, timeText } from '../../../functions/core/pure/date-text'
import { addDays } from '../../../functions/core/pure/time'
import * as screens from '../../../src/messages/dates'

test.each(['zh-CN', 'en'] as const)('a day and a time are the same words as on screens in %s', (language) => {
  for (let i = 0; i < 400; i += 1) {
    const day = addDays('2026-11-24', i)
    expect(longDateText(day, language)).toBe(screens.longDateText(day, language))
  }
  for (const minute of [0, 570, 780, 1440]) expect(timeText(minute)).toBe(screens.timeText(minute))
})

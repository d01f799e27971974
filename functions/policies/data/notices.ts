/** What `policies` tells whom a policy concerns. */
import { declareNotices } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

const sending = (kind: string, summary: string) =>
  ({
    page: 'policy',
    topic: 'policies',
    delivery: 'atLeastOnce',
    template: { name: 'policy', fields: { title: '{title}', kind, from: '{fromDay}', summary } },
  }) as const

/** Told to many: what comes of it is counted for its office. */
const telling = (kind: string, summary: string) => ({ ...sending(kind, summary), counted: true }) as const

export const notices = declareNotices('policies', {
  published: {
    title: text('与您有关的新政策', 'A policy that concerns you'),
    body: text(
      '{title}。点开看要点、依据，以及为什么通知您。',
      '{title}. It says what matters, on what basis, and why you are told.',
    ),
    ...telling('新政策', '与您的情况或关注有关'),
  },
  test: {
    title: text('（试发）与您有关的新政策', '(Test) A policy that concerns you'),
    body: text('{title}。这是试发，只有您收到。', '{title}. This is a test, sent to you alone.'),
    ...sending('试发', '只有您收到的试发'),
  },
  corrected: {
    title: text('您看过的政策有更正', 'A policy you were told of is corrected'),
    body: text(
      '{title}。以更正后的内容为准，点开看改了什么。',
      '{title}. The corrected text counts; it says what changed.',
    ),
    ...telling('政策更正', '以更正后的内容为准'),
  },
  withdrawn: {
    title: text('您看过的政策已撤回', 'A policy you were told of is withdrawn'),
    body: text(
      '{title}。请不要再按它办理，点开看原因。',
      '{title}. Do not rely on it any more; it says why.',
    ),
    ...telling('政策撤回', '请不要再按它办理'),
  },
})

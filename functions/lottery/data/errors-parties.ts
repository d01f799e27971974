/** What parties are answered who commit to secrets and reveal them. */
import { errorRow } from '../../core/pure/errors'

export const partyErrors = {
  COMMIT_CLOSED: errorRow(
    409,
    false,
    '这一期已经封存，或者还太早，不能提交承诺。',
    'This period is frozen already, or too far ahead: no commitment is taken for it.',
  ),
  PARTY_TAKEN: errorRow(
    409,
    false,
    '这一期的这一方已由他人代表，或您已代表另一方。',
    'Somebody else acts for this party in this draw, or you act for another one.',
  ),
  COMMITMENT_USED: errorRow(
    409,
    false,
    '这个承诺已经用过。每次抽奖请重新生成秘密值。',
    'This commitment was used before. Make a new secret for every draw.',
  ),
  REVEAL_CLOSED: errorRow(
    409,
    false,
    '现在不需要公开秘密值，请不要泄露。',
    'No secret is asked for now. Please keep it to yourself.',
  ),
  WRONG_SECRET: errorRow(
    422,
    false,
    '这个秘密值与当时提交的承诺不符，请核对。',
    'This secret is not the one that was committed to. Please check it.',
  ),
}

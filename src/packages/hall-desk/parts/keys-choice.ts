/** Keys of one letter can be switched off (WCAG 2.1.4): for who dictates to the device, or rests a hand on the keyboard. */
import { useState } from 'react'
import { recall, remember } from '../../../client/storage'
import { HAS_KEYS } from './use-keys'

const NAME = 'hall-desk:keys'

export const useKeysChoice = (): readonly [on: boolean, choose: (on: boolean) => void] => {
  const [on, setOn] = useState(() => HAS_KEYS && recall(NAME) !== 'off')
  const choose = (wanted: boolean): void => {
    setOn(wanted)
    remember(NAME, wanted ? 'on' : 'off')
  }
  return [on, choose]
}

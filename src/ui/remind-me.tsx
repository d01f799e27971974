/**
 * Under what was just done: one button that lets WeChat tell of it. It is there inside WeChat alone, where there is something
 * left to ask about today, and is gone once it was tapped.
 */
import { useState } from 'react'
import type { TemplateName } from '../../functions/core/pure/delivery/templates'
import { askOnce, useAskable } from '../client/ask-grant'
import { useText } from '../messages'
import { texts } from '../messages/delivery'
import { Words } from './basics'
import { Button } from './button'

export const RemindMe = ({
  templates,
  label,
}: {
  readonly templates: readonly TemplateName[]
  /** Absent: tell me when something happens. */
  readonly label?: string
}) => {
  const t = useText(texts)
  const [state, setState] = useState<'open' | 'granted' | 'over'>('open')
  const askable = useAskable(templates)
  if (state === 'granted')
    return (
      <Words as="s ok" live>
        {t('remind.done')}
      </Words>
    )
  if (state === 'over' || askable.length === 0) return null
  const ask = (): void => {
    // Refusal is no news to whoever refused.
    setState('over')
    void askOnce(askable).then((outcome) => outcome === 'granted' && setState('granted'))
  }
  return (
    <Button id="remind-me" kind="ghost" icon="bell" block onPress={ask}>
      {label ?? t('remind.ask')}
    </Button>
  )
}

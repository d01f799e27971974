/** One thing to turn on or off: its name, what it means, the switch. */
import type { ReactNode } from 'react'
import { Column, Row, Toggle, Words } from '../../../ui'

export const SwitchRow = ({
  id,
  title,
  note,
  label,
  on,
  onChange,
}: {
  readonly id: string
  readonly title: string
  readonly note?: ReactNode
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) => (
  <Row>
    <Column grow>
      <Words as="b">{title}</Words>
      {note !== undefined && <Words as="s">{note}</Words>}
    </Column>
    <Toggle id={id} label={label} on={on} onChange={onChange} />
  </Row>
)

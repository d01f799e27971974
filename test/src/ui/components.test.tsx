import { act, fireEvent, render, screen } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { ApiError } from '../../../src/client/errors'
import {
  Button,
  ConfirmSheet,
  Countdown,
  DayPicker,
  ErrorState,
  Field,
  ListItem,
  Screen,
  Segmented,
  ShareButton,
  Steps,
  Toast,
  Toggle,
  Words,
} from '../../../src/ui'
import Taro, { setPages } from '../../harness/taro/taro'

afterEach(() => act(() => prefer({ language: 'zh-CN', themeChoice: 'system', large: false })))

describe('controls', () => {
  test('a button is pressed by tap, Enter and Space', () => {
    const onPress = jest.fn()
    render(<Button onPress={onPress}>预约</Button>)
    const button = screen.getByRole('button', { name: '预约' })
    fireEvent.click(button)
    fireEvent.keyDown(button, { key: 'Enter' })
    fireEvent.keyDown(button, { key: ' ' })
    fireEvent.keyDown(button, { key: 'a' })
    expect(onPress).toHaveBeenCalledTimes(3)
    expect(button).toHaveAttribute('tabindex', '0')
  })

  test.each([
    ['disabled', { disabled: true }],
    ['loading', { loading: true }],
  ])('a %s button says so and does nothing', (_, state) => {
    const onPress = jest.fn()
    render(
      <Button onPress={onPress} {...state}>
        预约
      </Button>,
    )
    fireEvent.click(screen.getByRole('button'))
    expect(onPress).not.toHaveBeenCalled()
    expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'true')
  })

  test('a choice is a radio group whose chosen one is checked', () => {
    const onChange = jest.fn()
    render(
      <Segmented
        label="语言"
        value="zh"
        choices={[
          { value: 'zh', text: '中文' },
          { value: 'en', text: 'English' },
        ]}
        onChange={onChange}
      />,
    )
    expect(screen.getByRole('radio', { name: '中文' })).toBeChecked()
    fireEvent.click(screen.getByRole('radio', { name: 'English' }))
    expect(onChange).toHaveBeenCalledWith('en')
  })

  test('a switch tells its state and turns', () => {
    const onChange = jest.fn()
    render(<Toggle label="大字版" on={false} onChange={onChange} />)
    expect(screen.getByRole('switch', { name: '大字版' })).not.toBeChecked()
    fireEvent.click(screen.getByRole('switch'))
    expect(onChange).toHaveBeenCalledWith(true)
  })

  test('a field shows its error instead of its hint, and a warning without calling it invalid', () => {
    const { rerender } = render(
      <Field id="n" label="号码" value="1" hint="提示" error="太短" onInput={() => undefined} />,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('太短')
    expect(screen.queryByText('提示')).toBeNull()
    expect(screen.getByLabelText('号码')).toHaveAttribute('aria-invalid', 'true')
    rerender(<Field id="n" label="号码" value="1" warning="再看一遍" onInput={() => undefined} />)
    expect(screen.getByRole('alert')).toHaveTextContent('再看一遍')
    expect(screen.getByLabelText('号码')).not.toHaveAttribute('aria-invalid')
  })

  test('a closed day can be asked about', () => {
    const onDay = jest.fn()
    render(
      <>
        <DayPicker
          label="日期"
          value="2026-11-24"
          onChange={onDay}
          days={[
            { day: '2026-11-24', note: '余 3', open: true },
            { day: '2026-11-28', note: '休', open: false },
          ]}
        />
      </>,
    )
    fireEvent.click(screen.getByRole('radio', { name: '11月28日 周六 休' }))
    expect(onDay).toHaveBeenCalledWith('2026-11-28')
    expect(screen.getByRole('radio', { name: '11月24日 周二 余 3' })).toBeChecked()
  })

  test('a row that leads nowhere is no control', () => {
    render(<ListItem title="发票" />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('sharing is a button of WeChat only', () => {
    const { container } = render(<ShareButton>分享</ShareButton>)
    expect(container).toBeEmptyDOMElement()
  })
})

describe('above the page', () => {
  test('a destructive step says what it does, and keeping is as near', () => {
    const [onConfirm, onClose] = [jest.fn(), jest.fn()]
    const { rerender } = render(
      <ConfirmSheet
        open={false}
        title="取消预约？"
        confirm="取消这次预约"
        onConfirm={onConfirm}
        onClose={onClose}
      >
        名额会让给别人。
      </ConfirmSheet>,
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    rerender(
      <ConfirmSheet
        open
        title="取消预约？"
        confirm="取消这次预约"
        keep="保留"
        onConfirm={onConfirm}
        onClose={onClose}
      >
        名额会让给别人。
      </ConfirmSheet>,
    )
    expect(screen.getByRole('dialog', { name: '取消预约？' })).toHaveTextContent('名额会让给别人。')
    fireEvent.click(screen.getByText('保留'))
    expect([onClose.mock.calls.length, onConfirm.mock.calls.length]).toEqual([1, 0])
    fireEvent.click(screen.getByText('取消这次预约'))
    expect(onConfirm).toHaveBeenCalledTimes(1)
  })

  test('a toast goes by itself', () => {
    jest.useFakeTimers()
    const onDone = jest.fn()
    render(<Toast text="已复制" onDone={onDone} />)
    act(() => void jest.advanceTimersByTime(2500))
    expect(onDone).toHaveBeenCalledTimes(1)
    jest.useRealTimers()
  })

  test('a countdown counts, and ends once', () => {
    jest.useFakeTimers({ now: 0 })
    const onEnd = jest.fn()
    render(<Countdown until={62_000} say={(left) => `保留 ${left}`} onEnd={onEnd} />)
    expect(screen.getByRole('timer')).toHaveTextContent('保留 01:02')
    act(() => void jest.advanceTimersByTime(2000))
    expect(screen.getByRole('timer')).toHaveTextContent('保留 01:00')
    act(() => void jest.advanceTimersByTime(120_000))
    expect(screen.getByRole('timer')).toHaveTextContent('保留 00:00')
    expect(onEnd).toHaveBeenCalledTimes(1)
    jest.useRealTimers()
  })
})

describe('states', () => {
  test('an error offers to retry, to go back and to get help', () => {
    const onRetry = jest.fn()
    setPages(['pages/home/index', 'packages/booking/hall/index'])
    render(
      <ErrorState
        error={new ApiError('INTERNAL', '系统出了问题', undefined, 'abc-1', true)}
        onRetry={onRetry}
      />,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('abc-1')
    fireEvent.click(screen.getByText('再试一次'))
    fireEvent.click(screen.getByText('返回'))
    fireEvent.click(screen.getByText('去求助'))
    expect(onRetry).toHaveBeenCalledTimes(1)
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/help/index' })
  })

  test('an ended session offers to sign in', () => {
    render(<ErrorState error={new ApiError('SESSION_EXPIRED', '登录已过期', undefined, '', false)} />)
    fireEvent.click(screen.getByText('登录'))
    expect(Taro.navigateTo).toHaveBeenCalledTimes(1)
  })

  test('steps mark where one is', () => {
    render(<Steps label="进度" steps={['已预约', '已到厅', '办理']} done={2} />)
    expect(screen.getByText('已到厅')).toHaveAttribute('aria-current', 'step')
  })
})

describe('the frame', () => {
  const classNames = (): string => document.querySelector('.sb')?.className ?? ''

  test('follows theme, type size and language at once', () => {
    render(
      <Screen title="设置">
        <Words>内容</Words>
      </Screen>,
    )
    expect(classNames()).toBe('sb auto')
    act(() => prefer({ themeChoice: 'dark', large: true, language: 'en' }))
    expect(classNames()).toBe('sb dark large en')
    expect(document.querySelector('.sb')).toHaveAttribute('lang', 'en')
    expect(screen.getByText(/^Demonstration/)).toBeInTheDocument()
    expect(Taro.setNavigationBarColor).toHaveBeenLastCalledWith({
      frontColor: '#ffffff',
      backgroundColor: '#0E1116',
    })
  })

  test('only the four tabs dress the tab bar, in the language in use', () => {
    render(<Screen title="a" />)
    expect(Taro.setTabBarItem).not.toHaveBeenCalled()
    act(() => prefer({ language: 'en' }))
    render(<Screen title="b" tab />)
    expect(Taro.setTabBarItem.mock.calls.map(([item]) => item?.['text'])).toEqual([
      'Home',
      'Services',
      'Help',
      'Me',
    ])
  })
})

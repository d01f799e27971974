/** Every test of the screens starts from an empty device. */
import '@testing-library/jest-dom'
import { resetTaro } from './taro'

beforeEach(() => resetTaro())

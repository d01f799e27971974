export default definePageConfig({ navigationBarTitleText: '办税人' })

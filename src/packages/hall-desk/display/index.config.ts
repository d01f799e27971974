/** On a wall: the platform's own bar is as dark as the board, and the screen lies down where it can. */
export default definePageConfig({
  navigationBarTitleText: '大厅屏幕',
  navigationBarBackgroundColor: '#05070B',
  navigationBarTextStyle: 'white',
  pageOrientation: 'auto',
  backgroundColor: '#05070B',
})

import '@testing-library/jest-dom';

// What jsdom lacks and browsers have.
if (typeof window !== 'undefined') {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.hasPointerCapture = () => false;
  class ResizeObserverOfNothing implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  window.ResizeObserver = ResizeObserverOfNothing;
}

// Node has BroadcastChannel, and an open one keeps the run from ending. One tab needs none.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

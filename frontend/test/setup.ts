import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A machine that does much else at the time is slow, not wrong.
configure({ asyncUtilTimeout: 4_000 });

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
  Blob.prototype.arrayBuffer ??= function (this: Blob) {
    return new Promise<ArrayBuffer>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
      reader.readAsArrayBuffer(this);
    });
  };
}

// Node has BroadcastChannel, and an open one keeps the run from ending. One tab needs none.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

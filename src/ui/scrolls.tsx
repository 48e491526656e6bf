import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface ScrollsProps {
  /** What is in it, for those who come to it by the keyboard. */
  label: string;
  children: ComponentChildren;
}

/** What may be wider than its place. It is a stop of the keyboard only where it can be scrolled. */
export function Scrolls({ label, children }: ScrollsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () => setIsWide(current.scrollWidth > current.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="scrolls" ref={box} {...(isWide && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}

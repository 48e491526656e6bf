import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface ScrollsProps {
  /** What is in it, for those who come to it by the keyboard. */
  label: string;
  children: ComponentChildren;
}

/** What may be wider or higher than its place. It is a stop of the keyboard only where it can be scrolled. */
export function Scrolls({ label, children }: ScrollsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isLarger, setIsLarger] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const look = () =>
      setIsLarger(
        current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight + 1,
      );
    const observer = new ResizeObserver(look);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="scrolls" ref={box} {...(isLarger && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}

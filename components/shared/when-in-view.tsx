"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

interface WhenInViewProps {
  /** Stands there until then, at the same size. */
  fallback: ReactNode;
  className?: string;
  children: ReactNode;
}

/** Waits with something heavy until it is scrolled to; it stays once it was there. */
export function WhenInView({ fallback, className, children }: WhenInViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return (
    <div ref={place} className={className}>
      {isSeen ? children : fallback}
    </div>
  );
}

package runtime

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/sys/unix"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"
)

var (
	// The machine's programs, as they are in a container.
	system = []string{"bin", "sbin", "lib", "lib32", "lib64", "usr"}
	// What those programs read of /etc: certificates, links between versions, the settings of Java.
	settings = []string{
		"alternatives", "ca-certificates", "group", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime",
		"nsswitch.conf", "passwd", "pki", "services", "protocols", "ssl",
	}
	devices = []string{"null", "zero", "full", "random", "urandom", "tty"}
	folders = []string{"proc", "sys", "dev/shm", "etc", "home", "mnt", "opt", "root", "run", "var/run", "var/tmp", "tmp"}
)

// root lays out a container's files below a folder: the machine's programs, the image, and the pod's volumes.
type root struct {
	folder   string
	upper    string
	readOnly bool
}

// layOut makes the root, and the mounts of it in the namespace of the node: the container's own copies them.
func (r root) layOut(image *Image, sandbox *sandbox, mounts []*cri.Mount) error {
	steps := []func() error{
		r.base,
		func() error { return r.names(sandbox.config.DnsConfig) },
		func() error { return r.image(image) },
		func() error { return r.volumes(mounts) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// remove takes the mounts away, and the files that a container has written outside its volumes.
func (r root) remove() error {
	// The root is a mount itself: with it go those below it.
	if err := unix.Unmount(r.folder, unix.MNT_DETACH); err != nil && !errors.Is(err, unix.EINVAL) &&
		!errors.Is(err, unix.ENOENT) {
		return fmt.Errorf("unmount %s: %w", r.folder, err)
	}
	return os.RemoveAll(filepath.Dir(r.folder))
}

func (r root) base() error {
	if err := os.MkdirAll(r.folder, 0o755); err != nil {
		return err
	}
	// What pivot_root turns into the root has to be a mount.
	if err := unix.Mount(r.folder, r.folder, "", unix.MS_BIND, ""); err != nil {
		return err
	}
	for _, folder := range folders {
		if err := os.MkdirAll(filepath.Join(r.folder, folder), 0o755); err != nil {
			return err
		}
	}
	for _, open := range []string{"tmp", "var/tmp"} {
		if err := os.Chmod(filepath.Join(r.folder, open), 0o1777); err != nil {
			return err
		}
	}
	for _, name := range system {
		if target, err := os.Readlink("/" + name); err == nil {
			if err := os.Symlink(target, filepath.Join(r.folder, name)); err != nil {
				return err
			}
		} else if err := r.bindIfThere("/"+name, "/"+name, true); err != nil {
			return err
		}
	}
	java, _ := filepath.Glob("/etc/java*")
	for _, name := range settings {
		java = append(java, "/etc/"+name)
	}
	for _, path := range java {
		if err := r.bindIfThere(path, path, true); err != nil {
			return err
		}
	}
	return r.devices()
}

func (r root) devices() error {
	for _, name := range devices {
		if err := r.bindIfThere("/dev/"+name, "/dev/"+name, false); err != nil {
			return err
		}
	}
	links := map[string]string{"fd": "", "stdin": "/0", "stdout": "/1", "stderr": "/2"}
	for name, number := range links {
		if err := os.Symlink("/proc/self/fd"+number, filepath.Join(r.folder, "dev", name)); err != nil {
			return err
		}
	}
	return unix.Mount("shm", filepath.Join(r.folder, "dev/shm"), "tmpfs", 0, "size=64m")
}

// names writes how a container finds names. The kubelet gives its hosts file as a mount.
func (r root) names(dns *cri.DNSConfig) error {
	var text strings.Builder
	for _, server := range dns.GetServers() {
		fmt.Fprintf(&text, "nameserver %s\n", server)
	}
	if searches := dns.GetSearches(); len(searches) > 0 {
		fmt.Fprintf(&text, "search %s\n", strings.Join(searches, " "))
	}
	if options := dns.GetOptions(); len(options) > 0 {
		fmt.Fprintf(&text, "options %s\n", strings.Join(options, " "))
	}
	return os.WriteFile(filepath.Join(r.folder, "etc/resolv.conf"), []byte(text.String()), 0o644)
}

// image joins the folders of an image's layers, and adds its single files.
func (r root) image(image *Image) error {
	joined := map[string][]string{}
	for _, layer := range image.Layers {
		entries, err := os.ReadDir(layer)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			path, err := filepath.EvalSymlinks(filepath.Join(layer, entry.Name()))
			if err != nil {
				return err
			}
			if about, err := os.Stat(path); err != nil {
				return err
			} else if about.IsDir() {
				joined[entry.Name()] = append(joined[entry.Name()], path)
			}
		}
	}
	for name, layers := range joined {
		if err := r.overlay(name, filepath.Join(r.folder, image.Folder, name), layers); err != nil {
			return err
		}
	}
	for path, source := range image.Mounts {
		if err := r.bind(source, path, true); err != nil {
			return err
		}
	}
	return nil
}

func (r root) overlay(name, target string, layers []string) error {
	upper, work := filepath.Join(r.upper, name, "upper"), filepath.Join(r.upper, name, "work")
	for _, folder := range []string{upper, work, target} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	var flags uintptr
	if r.readOnly {
		flags = unix.MS_RDONLY
	}
	options := fmt.Sprintf("lowerdir=%s,upperdir=%s,workdir=%s", strings.Join(layers, ":"), upper, work)
	if err := unix.Mount("overlay", target, "overlay", flags, options); err != nil {
		return fmt.Errorf("overlay %s: %w", options, err)
	}
	return nil
}

// volumes mounts what the kubelet has prepared, outer paths before those within them.
func (r root) volumes(mounts []*cri.Mount) error {
	sorted := append([]*cri.Mount(nil), mounts...)
	sort.SliceStable(sorted, func(i, j int) bool {
		return strings.Count(sorted[i].ContainerPath, "/") < strings.Count(sorted[j].ContainerPath, "/")
	})
	for _, mount := range sorted {
		if err := r.bind(mount.HostPath, mount.ContainerPath, mount.Readonly); err != nil {
			return fmt.Errorf("volume at %s: %w", mount.ContainerPath, err)
		}
	}
	return nil
}

func (r root) bindIfThere(source, path string, readOnly bool) error {
	if _, err := os.Stat(source); err != nil {
		return nil
	}
	return r.bind(source, path, readOnly)
}

func (r root) bind(source, path string, readOnly bool) error {
	source, err := filepath.EvalSymlinks(source)
	if err != nil {
		return err
	}
	about, err := os.Stat(source)
	if err != nil {
		return err
	}
	target := filepath.Join(r.folder, path)
	if about.IsDir() {
		err = os.MkdirAll(target, 0o755)
	} else if err = os.MkdirAll(filepath.Dir(target), 0o755); err == nil {
		var file *os.File
		if file, err = os.OpenFile(target, os.O_CREATE|os.O_RDONLY, 0o644); err == nil {
			err = file.Close()
		}
	}
	if err != nil {
		return err
	}
	if err := unix.Mount(source, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return fmt.Errorf("bind %s to %s: %w", source, target, err)
	}
	if readOnly {
		return unix.Mount("", target, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY, "")
	}
	return nil
}
